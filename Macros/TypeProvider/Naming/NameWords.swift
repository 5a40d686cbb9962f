/// The words of a name that AWS wrote, in whatever style it wrote it.
///
/// One splitter serves labels and enumeration cases, so that `KMSMasterKeyID`, `KmsMasterKeyId` and `KMS_MASTER_KEY_ID` have the same words.
/// A word ends
/// - at every character that is neither letter nor digit,
/// - before a capital that follows a small letter or a digit (`vpc|Id`, `EC2|Instance`),
/// - before the last of several capitals when a small letter follows (`KMS|Key`).
///
/// Two endings belong to the capitals before them: a plural `s` (`ARNs`, `VPCs|In`), and `v` with a number (`IPv6`, `WAFv2`).
enum NameWords {
  /// The words, as written.
  static func split(_ name: String) -> [Substring] {
    let bytes = Array(name.utf8)
    var bounds: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      if end > start { bounds.append(start..<end) }
      start = end
    }
    while index < bytes.count {
      let byte = bytes[index]
      guard isWordByte(byte) else {
        close(at: index)
        start = index + 1
        index += 1
        continue
      }
      if isUpper(byte), index > start {
        let previous = bytes[index - 1]
        let endsAcronym = isUpper(previous) && index + 1 < bytes.count && isLower(bytes[index + 1]) && suffixEnd(bytes, after: index) == nil
        if !isUpper(previous) || endsAcronym { close(at: index) }
      }
      if isUpper(byte), let end = suffixEnd(bytes, after: index) {
        index = end
        close(at: end)
        continue
      }
      index += 1
    }
    close(at: bytes.count)
    return bounds.map { range in
      let utf8 = name.utf8
      return name[utf8.index(utf8.startIndex, offsetBy: range.lowerBound)..<utf8.index(utf8.startIndex, offsetBy: range.upperBound)]
    }
  }

  /// The index behind a plural `s` or a `v` with digits that follows the capital at `index`, or `nil`.
  private static func suffixEnd(_ bytes: [UInt8], after index: Int) -> Int? {
    guard index > 0, isUpper(bytes[index - 1]), index + 1 < bytes.count else { return nil }
    var end = index + 2
    switch bytes[index + 1] {
    case UInt8(ascii: "s"): break
    case UInt8(ascii: "v"):
      guard end < bytes.count, isDigit(bytes[end]) else { return nil }
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    default: return nil
    }
    return end == bytes.count || !isLower(bytes[end]) ? end : nil
  }

  static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  static func isWordByte(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) || isDigit(byte) }

  /// The words as one name: small letters throughout, but a capital at the start of each word after the first.
  ///
  /// Where one word ends and the next begins with a digit, `_` keeps the numbers apart: `TLSv1.2` is `tlsv1_2`.
  static func lowerCamel(_ words: [Substring]) -> String {
    var result: [UInt8] = []
    for word in words {
      var isFirst = true
      for byte in word.utf8 {
        if isFirst, !result.isEmpty {
          if isDigit(byte), let last = result.last, isDigit(last) { result.append(UInt8(ascii: "_")) }
          result.append(isLower(byte) ? byte - 32 : byte)
        } else {
          result.append(isUpper(byte) ? byte + 32 : byte)
        }
        isFirst = false
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
