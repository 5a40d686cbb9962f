/// What a text member of an operation may be.
///
/// Source: the shapes' constraints in the Cloud Control API reference, 2021-09-30.
struct TextConstraint: Sendable {
  var lengths: ClosedRange<Int>
  var pattern: String?
  /// Whether the text matches the pattern.
  var matches: @Sendable (String) -> Bool = { _ in true }
  /// Whether the value may hold secrets, so that messages do not repeat it.
  var isSensitive = false

  static let typeName = TextConstraint(
    lengths: 10...196, pattern: "[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}::[A-Za-z0-9]{2,64}",
    matches: { text in
      let parts = text.split(separator: "::", omittingEmptySubsequences: false)
      return parts.count == 3 && parts.allSatisfy { (2...64).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) }
    })
  static let identifier = TextConstraint(
    lengths: 1...1024, pattern: ".+", matches: { !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: "\n")) })
  static let document = TextConstraint(lengths: 1...262_144, isSensitive: true)
  static let token = TextConstraint(lengths: 1...128, pattern: "[-A-Za-z0-9+/=]+", matches: isToken)
  static let nextToken = TextConstraint(lengths: 1...2048, pattern: "[-A-Za-z0-9+/=]+", matches: isToken)
  static let handlerNextToken = TextConstraint(lengths: 1...4096)
  static let typeVersion = TextConstraint(
    lengths: 1...128, pattern: "[A-Za-z0-9-]+", matches: { $0.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") } })
  static let role = TextConstraint(
    lengths: 20...2048, pattern: "arn:.+:iam::[0-9]{12}:role/.+",
    matches: { text in
      let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
      return parts.count == 6 && parts[0] == "arn" && !parts[1].isEmpty && parts[2] == "iam" && parts[3].isEmpty
        && parts[4].utf8.count == 12 && parts[4].utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        && parts[5].hasPrefix("role/") && parts[5].utf8.count > "role/".utf8.count
    })

  private static let isToken: @Sendable (String) -> Bool = { text in
    text.utf8.allSatisfy { isLetterOrDigit($0) || "-+/=".utf8.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
