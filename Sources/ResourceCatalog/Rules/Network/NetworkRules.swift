/// Rules of IP ranges, for literals and documents alike.
public enum NetworkRules {
  /// What is wrong with a text where an IP range belongs; nil if nothing is.
  ///
  /// - Parameters:
  ///   - text: The range, `address/prefix`.
  ///   - subject: The property's name, for the message.
  ///   - prefixes: The allowed prefixes of IPv4 ranges; VPCs and subnets take 16 to 28 (EC2 user guide, "VPC CIDR blocks").
  ///   - family: IPv4 or IPv6, or nil for either.
  public static func violation(
    of text: String, subject: String, prefixes: ClosedRange<Int>? = nil, family: CIDRBlock.Family? = nil
  ) -> RuleViolation? {
    let kind = family.map { $0 == .ipv4 ? "an IPv4 range" : "an IPv6 range" } ?? "an IP range"
    guard let block = CIDRBlock(text), family == nil || block.family == family else {
      let example = family == .ipv6 ? "2001:db8::/56" : "10.0.0.0/16"
      return RuleViolation(.invalidCIDR, message: "\(subject) must be \(kind) such as \(example), not '\(ValueText.shortened(text))'")
    }
    if block.hasHostBits {
      return RuleViolation(
        .invalidCIDR, message: "'\(text)' has host bits set; the range is \(block.network)", replacements: ["\(block.network)"])
    }
    if let prefixes, block.family == .ipv4, !prefixes.contains(block.prefix) {
      let nearest = CIDRBlock(
        family: .ipv4, address: block.address, prefix: min(max(block.prefix, prefixes.lowerBound), prefixes.upperBound)
      ).network
      return RuleViolation(
        .invalidCIDR,
        message: "\(subject) must have a prefix in \(prefixes.lowerBound)...\(prefixes.upperBound), not /\(block.prefix)",
        replacements: ["\(nearest)"])
    }
    return nil
  }

  /// The prefixes of VPCs' and subnets' IPv4 ranges.
  public static let networkPrefixes = 16...28

  /// What is wrong with a subnet's range in the ranges of its VPC; nil if it lies in one of them, or a text is no range.
  public static func containment(of subnet: String, in ranges: [String]) -> RuleViolation? {
    let outer = ranges.compactMap { CIDRBlock($0) }
    guard let block = CIDRBlock(subnet), outer.count == ranges.count, !outer.isEmpty else { return nil }
    guard !outer.contains(where: { $0.contains(block) || $0.family != block.family }) else { return nil }
    return RuleViolation(
      .invalidCIDR, message: "subnet \(subnet) lies outside of its VPC \(ranges.joined(separator: ", "))")
  }

  /// Pairs of ranges that overlap, as positions; sorts, so that the cost stays near linear.
  public static func overlaps(among ranges: [String]) -> [(earlier: Int, later: Int)] {
    let blocks = ranges.enumerated().compactMap { index, text in CIDRBlock(text).map { (index, $0) } }
    var found: [(earlier: Int, later: Int)] = []
    for family in [CIDRBlock.Family.ipv4, .ipv6] {
      let sorted = blocks.filter { $0.1.family == family }.sorted { ($0.1.first, $0.0) < ($1.1.first, $1.0) }
      // Ranges either nest or are apart, so the one that reaches furthest so far is the one to compare with.
      var widest: (Int, CIDRBlock)?
      for next in sorted {
        if let current = widest, current.1.last >= next.1.first {
          found.append((min(current.0, next.0), max(current.0, next.0)))
          if next.1.last > current.1.last { widest = next }
        } else {
          widest = next
        }
      }
    }
    return found.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
  }

  /// The sentence for two subnets that overlap.
  public static func overlapMessage(_ subnet: String, _ other: String) -> String { "subnet \(subnet) overlaps \(other)" }
}
