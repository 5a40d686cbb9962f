/// A range of IP addresses, such as `10.0.0.0/16` or `2600:1f18::/56`.
public struct CIDRBlock: Sendable, Hashable {
  /// IPv4 or IPv6.
  public enum Family: Sendable, Hashable {
    case ipv4, ipv6

    /// The number of bits of an address.
    public var width: Int { self == .ipv4 ? 32 : 128 }
  }

  /// IPv4 or IPv6.
  public let family: Family

  /// The address as written, with host bits if there are any.
  public let address: UInt128

  /// The number of leading bits that are the network's.
  public let prefix: Int

  /// A block from its parts; the prefix must fit the family.
  public init(family: Family, address: UInt128, prefix: Int) {
    precondition(prefix >= 0 && prefix <= family.width, "the prefix does not fit the family")
    self.family = family
    self.address = address
    self.prefix = prefix
  }

  /// Reads `address/prefix`; nil for anything else, an address alone included.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash + 1 < bytes.count, bytes.count - slash <= 4 else { return nil }
    var prefix = 0
    for byte in bytes[(slash + 1)...] {
      guard byte >= 48, byte <= 57 else { return nil }
      prefix = prefix * 10 + Int(byte - 48)
    }
    guard !(bytes[slash + 1] == 48 && bytes.count - slash > 2), let parsed = AddressParser.parse(bytes[..<slash]),
      prefix <= parsed.family.width
    else { return nil }
    self.init(family: parsed.family, address: parsed.address, prefix: prefix)
  }

  private var hostMask: UInt128 {
    let bits = family.width - prefix
    return bits == 128 ? ~0 : (UInt128(1) << UInt128(bits)) - 1
  }

  /// The first address.
  public var first: UInt128 { address & ~hostMask }

  /// The last address.
  public var last: UInt128 { address | hostMask }

  /// Whether the address has bits set beyond the prefix, as `10.0.8.0/20` has.
  public var hasHostBits: Bool { address & hostMask != 0 }

  /// The block without host bits.
  public var network: CIDRBlock { CIDRBlock(family: family, address: first, prefix: prefix) }

  /// Whether every address of another block is in this one.
  public func contains(_ other: CIDRBlock) -> Bool { family == other.family && first <= other.first && other.last <= last }

  /// Whether some address is in both.
  public func overlaps(_ other: CIDRBlock) -> Bool { family == other.family && first <= other.last && other.first <= last }

  /// The block at a position when this one is cut into blocks of a longer prefix; nil if there is no such block.
  public func block(_ position: Int, prefix: Int) -> CIDRBlock? {
    guard prefix >= self.prefix, prefix <= family.width, position >= 0 else { return nil }
    let shift = UInt128(family.width - prefix)
    let bits = prefix - self.prefix
    guard bits >= 63 || position < 1 << bits else { return nil }
    return CIDRBlock(family: family, address: first + (shift == 128 ? 0 : UInt128(position) << shift), prefix: prefix)
  }
}

extension CIDRBlock: CustomStringConvertible {
  /// As written in a property: `10.0.0.0/16`.
  public var description: String { "\(AddressText.text(address, family))/\(prefix)" }
}
