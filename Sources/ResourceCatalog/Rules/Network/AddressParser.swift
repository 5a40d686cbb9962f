/// Reads IP addresses.
enum AddressParser {
  static func parse(_ bytes: ArraySlice<UInt8>) -> (family: CIDRBlock.Family, address: UInt128)? {
    if bytes.contains(UInt8(ascii: ":")) { return ipv6(bytes).map { (.ipv6, $0) } }
    return ipv4(bytes).map { (.ipv4, $0) }
  }

  private static func ipv4(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var address: UInt128 = 0
    for part in parts {
      guard !part.isEmpty, part.count <= 3, !(part.count > 1 && part.first == 48) else { return nil }
      var value = 0
      for byte in part {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      guard value <= 255 else { return nil }
      address = address << 8 | UInt128(value)
    }
    return address
  }

  private static func ipv6(_ bytes: ArraySlice<UInt8>) -> UInt128? {
    var groups: [UInt128] = []
    var gap: Int?
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.count <= 9 else { return nil }
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        // `::` gives one empty part inside, two at an end.
        if index == 0 {
          guard parts[1].isEmpty else { return nil }
          continue
        }
        if index == parts.count - 1 {
          guard parts[index - 1].isEmpty, gap != nil else { return nil }
          continue
        }
        guard gap == nil else { return nil }
        gap = groups.count
        continue
      }
      if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let tail = ipv4(part) else { return nil }
        groups += [tail >> 16, tail & 0xffff]
        continue
      }
      guard part.count <= 4 else { return nil }
      var value: UInt128 = 0
      for byte in part {
        switch byte {
        case 48...57: value = value << 4 | UInt128(byte - 48)
        case 65...70: value = value << 4 | UInt128(byte - 55)
        case 97...102: value = value << 4 | UInt128(byte - 87)
        default: return nil
        }
      }
      groups.append(value)
    }
    guard gap == nil ? groups.count == 8 : groups.count < 8 else { return nil }
    if let gap { groups.insert(contentsOf: [UInt128](repeating: 0, count: 8 - groups.count), at: gap) }
    return groups.reduce(0) { $0 << 16 | $1 }
  }
}
