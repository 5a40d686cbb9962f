/// Writes IP addresses.
enum AddressText {
  static func text(_ address: UInt128, _ family: CIDRBlock.Family) -> String {
    if family == .ipv4 {
      return [24, 16, 8, 0].map { String(UInt8(truncatingIfNeeded: address >> $0)) }.joined(separator: ".")
    }
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: address >> UInt128(112 - 16 * $0)) }
    // The longest run of zeros is left out (RFC 5952).
    var best = (start: 0, count: 0)
    var index = 0
    while index < 8 {
      var end = index
      while end < 8, groups[end] == 0 { end += 1 }
      if end - index > best.count { best = (index, end - index) }
      index = max(end, index + 1)
    }
    let texts = groups.map { String($0, radix: 16) }
    guard best.count > 1 else { return texts.joined(separator: ":") }
    return texts[..<best.start].joined(separator: ":") + "::" + texts[(best.start + best.count)...].joined(separator: ":")
  }
}
