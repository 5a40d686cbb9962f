/// A set of property paths whose values only one object per placement may hold: a subnet's CIDR in its VPC, a rule's priority.
///
/// A key applies to an object that gives the last path; of the others, an absent one equals an absent one. Paths are dotted, with `*` for every
/// element of a list.
public struct OccupancyKey: Sendable, Hashable, ExpressibleByArrayLiteral {
  public var paths: [String]
  /// A top-level property that an object must give for the key to apply, whatever its value: a VPC takes one internet gateway, and one VPN
  /// gateway beside it.
  public var condition: String?

  /// Creates a key.
  public init(_ paths: [String], ifGiven condition: String? = nil) {
    self.paths = paths
    self.condition = condition
  }

  public init(arrayLiteral paths: String...) { self.init(paths) }
}
