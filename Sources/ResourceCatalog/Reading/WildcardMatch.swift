/// Matching with `*` and `?`, as in IAM actions; linear, without recursion.
enum WildcardMatch {
  /// Whether a pattern in lower case covers a text, without regard to the case of its ASCII letters.
  static func matches(_ text: UnsafeBufferPointer<UInt8>, pattern: UnsafeBufferPointer<UInt8>) -> Bool {
    var textIndex = 0
    var patternIndex = 0
    var star = -1
    var resume = 0
    while textIndex < text.count {
      if patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") {
        star = patternIndex
        resume = textIndex
        patternIndex += 1
      } else if patternIndex < pattern.count,
        pattern[patternIndex] == UInt8(ascii: "?") || pattern[patternIndex] == lowercased(text[textIndex])
      {
        textIndex += 1
        patternIndex += 1
      } else if star >= 0 {
        patternIndex = star + 1
        resume += 1
        textIndex = resume
      } else {
        return false
      }
    }
    while patternIndex < pattern.count, pattern[patternIndex] == UInt8(ascii: "*") { patternIndex += 1 }
    return patternIndex == pattern.count
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
