/// The one form of texts that mean the same.
enum CanonicalText {
  static func text(_ text: String, _ equivalence: PlaceFacts.Equivalence) -> String {
    switch equivalence {
    case .exact, .versionPrefix: text
    case .caseInsensitive: text.lowercased()
    case .lastSegment: text.suffix(after: UInt8(ascii: "/"))
    case .lastField: text.suffix(after: UInt8(ascii: ":"))
    case .protocolName: protocolNames[text] ?? text.lowercased()
    case .domainName: (text.hasSuffix(".") ? String(text.dropLast()) : text).lowercased()
    case .trailingSpace: trimmingEnd(text)
    }
  }

  /// IANA's numbers of the protocols that EC2 reports by name.
  private static let protocolNames = ["1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"]

  private static func trimmingEnd(_ text: String) -> String {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)].isWhitespace { end = text.index(before: end) }
    return String(text[..<end])
  }
}

extension String {
  /// What follows the last occurrence of an ASCII character; everything where there is none.
  fileprivate func suffix(after separator: UInt8) -> String {
    guard let index = utf8.lastIndex(of: separator) else { return self }
    return String(self[utf8.index(after: index)...])
  }
}
