/// The form of logical ids: `[A-Za-z0-9._-]{1,64}`, as addresses have it.
enum LogicalID {
  static func isValid(_ id: String) -> Bool { (1...64).contains(id.utf8.count) && mayContain(id) }

  /// Whether a text can be a part of an id.
  static func mayContain(_ text: String) -> Bool { text.utf8.allSatisfy(isAllowed) }

  /// The nearest valid id, or `nil` if nothing of the text can stay.
  static func repaired(_ id: String) -> String? {
    let bytes = id.utf8.map { isAllowed($0) ? $0 : UInt8(ascii: "-") }.prefix(64)
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.allSatisfy { $0 == UInt8(ascii: "-") } ? nil : text
  }

  /// The last part of a type's name as a part of an id: `bucket-policy` for `AWS::S3::BucketPolicy`.
  static func suffix(for typeName: String) -> String {
    let name = Array(typeName.utf8.suffix(while: { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }))
    var result: [UInt8] = []
    for (index, byte) in name.enumerated() {
      let startsWord = index > 0 && isUpper(byte) && (!isUpper(name[index - 1]) || index + 1 < name.count && !isUpper(name[index + 1]))
      if startsWord { result.append(UInt8(ascii: "-")) }
      result.append(isUpper(byte) ? byte + 32 : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension BidirectionalCollection {
  /// The longest tail whose elements all satisfy a condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex {
      let before = index(before: start)
      guard condition(self[before]) else { break }
      start = before
    }
    return self[start...]
  }
}
