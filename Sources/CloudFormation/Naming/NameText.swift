import StrataModel

/// Texts as the names that CloudFormation takes.
enum NameText {
  /// Letters and digits only, each word with a capital: `logs-tls-only` is `LogsTlsOnly`.
  static func alphanumeric(_ text: String) -> String {
    var name = ""
    var startsWord = true
    for byte in text.utf8 {
      guard isAlphanumeric(byte) else {
        startsWord = true
        continue
      }
      let scalar = Unicode.Scalar(byte)
      name += startsWord ? Character(scalar).uppercased() : String(Character(scalar))
      startsWord = false
    }
    return name
  }

  /// Letters, digits and hyphens, with a letter first: what the name of a stack is.
  static func stackName(_ text: String) -> String {
    let name = String(decoding: text.utf8.map { isAlphanumeric($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
    guard let first = name.utf8.first, first | 0x20 >= UInt8(ascii: "a"), first | 0x20 <= UInt8(ascii: "z") else { return "s-" + name }
    return name
  }

  /// A name of at most some bytes: a longer one ends in a digest of the whole.
  static func limited(_ name: String, to count: Int, separator: String = "") -> String {
    guard name.utf8.count > count else { return name }
    let end = separator + digest(of: name)
    return String(decoding: name.utf8.prefix(count - end.utf8.count), as: UTF8.self) + end
  }

  /// Eight characters that tell texts apart whose names are the same.
  static func digest(of text: String) -> String { String(Digest.hexadecimal(text).prefix(8)) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")) || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }
}
