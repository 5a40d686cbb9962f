/// Patterns of ARNs, in which `*` stands for any text (IAM user guide, "IAM JSON policy elements: Resource").
enum ARNPattern {
  /// The region that a pattern names; `nil` where it names none or any.
  static func region(of pattern: String) -> Substring? {
    let parts = pattern.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, !parts[3].isEmpty, !parts[3].contains("*") else { return nil }
    return parts[3]
  }

  /// The patterns without those that others cover, ascending.
  static func reduced(_ patterns: Set<String>) -> [String] {
    if patterns.contains("*") { return ["*"] }
    let wide = patterns.filter { $0.contains("*") }.map { Array($0.utf8) }
    return patterns.filter { pattern in
      let text = Array(pattern.utf8)
      return !wide.contains { $0 != text && covers($0[...], text[...]) }
    }.sorted()
  }

  /// Whether a pattern matches everything that the other one matches.
  private static func covers(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var pattern = pattern
    var text = text
    // Where the last `*` stands, and how much of the text it took.
    var star: (pattern: ArraySlice<UInt8>, text: ArraySlice<UInt8>)?
    while let next = text.first {
      if pattern.first == UInt8(ascii: "*") {
        pattern = pattern.dropFirst()
        star = (pattern, text)
      } else if pattern.first == next {
        pattern = pattern.dropFirst()
        text = text.dropFirst()
      } else if let last = star {
        pattern = last.pattern
        text = last.text.dropFirst()
        star = (pattern, text)
      } else {
        return false
      }
    }
    return pattern.allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
