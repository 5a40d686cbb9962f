public import StrataModel

/// A block of IPv4 or IPv6 addresses, for example `10.0.0.0/16`.
///
/// ```swift
/// let range: CIDR = "10.0.0.0/16"
/// range.block(11, prefix: 24)   // 10.0.11.0/24
/// ```
///
/// A text that is no block, or a block that does not exist, is still a value; it carries what is wrong with it to the property that it is used in, and is
/// reported there. Use ``init(parsing:)`` for text that comes from outside.
public struct CIDR: Sendable, Hashable, Input, ExpressibleByStringLiteral, CustomStringConvertible {
  public typealias Wrapped = String

  /// The internet protocol's version.
  public enum Family: Sendable, Hashable {
    case ipv4
    case ipv6

    /// The number of bits of an address.
    public var width: Int { self == .ipv4 ? 32 : 128 }
  }

  private enum Content: Sendable, Hashable {
    case block(address: UInt128, prefix: Int, family: Family)
    case invalid(text: String, reason: String)
  }

  private let content: Content

  private init(_ content: Content) { self.content = content }

  private init(address: UInt128, prefix: Int, family: Family) {
    content = .block(address: address, prefix: prefix, family: family)
  }

  /// Creates a block from its text; text that is none makes an invalid block.
  public init(stringLiteral value: String) { self = CIDRParser.block(of: value) }

  /// Creates a block from its text, or `nil` for text that is none.
  public init?(parsing text: String) {
    let block = CIDRParser.block(of: text)
    guard block.isValid else { return nil }
    self = block
  }

  /// All IPv4 addresses.
  public static let anywhere: CIDR = "0.0.0.0/0"

  /// All IPv6 addresses.
  public static let anywhereIPv6: CIDR = "::/0"

  static func valid(address: UInt128, prefix: Int, family: Family) -> CIDR { CIDR(address: address, prefix: prefix, family: family) }

  static func invalid(_ text: String, _ reason: String) -> CIDR { CIDR(.invalid(text: text, reason: reason)) }

  /// Whether the block exists.
  public var isValid: Bool {
    if case .block = content { true } else { false }
  }

  /// The number of leading bits that all addresses of the block share; `nil` for an invalid block.
  public var prefix: Int? {
    if case .block(_, let prefix, _) = content { prefix } else { nil }
  }

  /// The protocol's version; `nil` for an invalid block.
  public var family: Family? {
    if case .block(_, _, let family) = content { family } else { nil }
  }

  public var description: String {
    switch content {
    case .block(let address, let prefix, .ipv4): CIDRParser.ipv4Text(UInt32(truncatingIfNeeded: address)) + "/\(prefix)"
    case .block(let address, let prefix, .ipv6): CIDRParser.ipv6Text(address) + "/\(prefix)"
    case .invalid(let text, _): text
    }
  }

  public var propertyValue: PropertyValue {
    if case .invalid(_, let reason) = content { return ProvisionalAddress.invalid(reason) }
    return .string(description)
  }

  /// The block of length `prefix` with a number inside of this one, counted from 0.
  ///
  /// `CIDR("10.0.0.0/16").block(11, prefix: 24)` is `10.0.11.0/24`.
  public func block(_ number: Int, prefix: Int) -> CIDR {
    guard case .block(let address, let own, let family) = content else { return self }
    let name = "/\(prefix) number \(number) of \(self)"
    guard prefix >= own, prefix <= family.width else {
      return .invalid(name, "\(self) holds no /\(prefix): the prefix must be in \(own)...\(family.width).")
    }
    let bits = prefix - own
    guard number >= 0, bits >= 63 || number < 1 << bits else {
      return .invalid(name, "\(self) has no /\(prefix) block number \(number): there are \(1 << bits), counted from 0.")
    }
    return CIDR(address: address + UInt128(number) << UInt128(family.width - prefix), prefix: prefix, family: family)
  }

  /// Whether every address of `other` lies in this block; `false` where either is invalid.
  public func contains(_ other: CIDR) -> Bool {
    guard case .block(let address, let prefix, let family) = content,
      case .block(let inner, let innerPrefix, let innerFamily) = other.content, family == innerFamily, innerPrefix >= prefix
    else { return false }
    let shift = UInt128(family.width - prefix)
    return shift >= 128 || address >> shift == inner >> shift
  }

  /// Whether the two blocks share an address; `false` where either is invalid.
  public func overlaps(_ other: CIDR) -> Bool { contains(other) || other.contains(self) }
}

extension Input where Self == CIDR {
  /// All IPv4 addresses.
  public static var anywhere: CIDR { CIDR.anywhere }

  /// All IPv6 addresses.
  public static var anywhereIPv6: CIDR { CIDR.anywhereIPv6 }
}
