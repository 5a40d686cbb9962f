/// Reads and writes the texts of address blocks (RFC 4632, RFC 4291, RFC 5952).
enum CIDRParser {
  /// The block of a text, or an invalid one that says why.
  static func block(of text: String) -> CIDR {
    let bytes = Array(text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      return .invalid(text, "'\(text)' is not a CIDR block: it has no '/' and prefix length.")
    }
    let isIPv6 = bytes[..<slash].contains(UInt8(ascii: ":"))
    let family: CIDR.Family = isIPv6 ? .ipv6 : .ipv4
    guard let prefix = number(bytes[(slash + 1)...], maximum: family.width) else {
      return .invalid(text, "'\(text)' is not a CIDR block: the prefix length must be in 0...\(family.width).")
    }
    guard let address = isIPv6 ? ipv6(bytes[..<slash]) : ipv4(bytes[..<slash]).map({ UInt128($0) }) else {
      return .invalid(text, "'\(text)' is not a CIDR block: the address is malformed.")
    }
    let shift = UInt128(family.width - prefix)
    let network = shift >= 128 ? 0 : (address >> shift) << shift
    guard network == address else {
      let fixed = CIDR.valid(address: network, prefix: prefix, family: family)
      return .invalid(text, "'\(text)' has bits set behind its prefix; the block is '\(fixed)'.")
    }
    return .valid(address: address, prefix: prefix, family: family)
  }

  private static func number(_ digits: ArraySlice<UInt8>, maximum: Int) -> Int? {
    guard (1...3).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value <= maximum ? value : nil
  }

  private static func ipv4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt32 = 0
    for part in parts {
      guard let octet = number(part, maximum: 255) else { return nil }
      address = address << 8 | UInt32(octet)
    }
    return address
  }

  private static func ipv6(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let gap = text.range(ofDoubleColon: ()) else {
      guard let groups = groups(text[...]), groups.count == 8 else { return nil }
      return address(groups)
    }
    guard let head = groups(text[..<gap.lowerBound]), let tail = groups(text[gap.upperBound...]), head.count + tail.count < 8 else {
      return nil
    }
    return address(head + [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail)
  }

  private static func groups(_ text: Substring) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var result: [UInt16] = []
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let group = UInt16(part, radix: 16)
      else { return nil }
      result.append(group)
    }
    return result
  }

  private static func address(_ groups: [UInt16]) -> UInt128 {
    groups.reduce(UInt128(0)) { $0 << 16 | UInt128($1) }
  }

  /// The dotted form of an address.
  static func ipv4Text(_ address: UInt32) -> String {
    String(address >> 24) + "." + String(address >> 16 & 255) + "." + String(address >> 8 & 255) + "." + String(address & 255)
  }

  /// The canonical form of an address: lower case, no leading zeros, the longest run of zero groups as `::` (RFC 5952).
  static func ipv6Text(_ address: UInt128) -> String {
    let groups = (0..<8).map { UInt16(truncatingIfNeeded: address >> UInt128(112 - 16 * $0)) }
    var longest = 0..<0
    var start = 0
    while start < 8 {
      var end = start
      while end < 8, groups[end] == 0 { end += 1 }
      if end - start > max(longest.count, 1) { longest = start..<end }
      start = max(end, start + 1)
    }
    let text = { (range: Range<Int>) in groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
    return longest.isEmpty ? text(0..<8) : text(0..<longest.lowerBound) + "::" + text(longest.upperBound..<8)
  }
}

extension String {
  /// The first and only `::`, or `nil` where there is none or a second one.
  fileprivate func range(ofDoubleColon: Void) -> Range<Index>? {
    var found: Range<Index>?
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == ":", next < endIndex, self[next] == ":" {
        guard found == nil else { return startIndex..<startIndex }
        found = index..<self.index(after: next)
        index = self.index(after: next)
      } else {
        index = next
      }
    }
    return found
  }
}
