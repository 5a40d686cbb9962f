public import StrataLanguage

/// A line of an access list: TCP ports that may be reached from, or at, an address block.
public struct AccessRule: Sendable {
  let block: CIDR
  let ports: ClosedRange<Int>

  /// One port.
  public static func port(_ port: Int, _ block: CIDR) -> AccessRule { AccessRule(block: block, ports: port...port) }

  /// The ports that answers come back to: access lists do not remember who asked (Amazon VPC User Guide, "Ephemeral ports").
  public static func answers(_ block: CIDR) -> AccessRule { AccessRule(block: block, ports: 1024...65535) }

  /// Every port, for subnets in which something else decides what passes.
  public static func everything(_ block: CIDR) -> AccessRule { AccessRule(block: block, ports: 0...65535) }
}
