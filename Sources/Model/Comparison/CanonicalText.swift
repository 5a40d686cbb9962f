/// The one form of texts that mean the same.
enum CanonicalText {
  static func text(_ text: String, _ equivalence: PlaceFacts.Equivalence) -> String {
    switch equivalence {
    case .exact, .versionPrefix: text
    case .caseInsensitive: text.lowercased()
    case .lastSegment: String(text[lastSegment(of: text)...])
    case .protocolName: protocolNames[text] ?? text.lowercased()
    case .domainName: (text.hasSuffix(".") ? String(text.dropLast()) : text).lowercased()
    case .trailingSpace: trimmingEnd(text)
    }
  }

  /// IANA's numbers of the protocols that EC2 reports by name.
  private static let protocolNames = ["1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"]

  private static func lastSegment(of text: String) -> String.Index {
    let bytes = text.utf8
    guard let separator = bytes.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }) else { return text.startIndex }
    return bytes.index(after: separator)
  }

  private static func trimmingEnd(_ text: String) -> String {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)].isWhitespace { end = text.index(before: end) }
    return String(text[..<end])
  }
}
