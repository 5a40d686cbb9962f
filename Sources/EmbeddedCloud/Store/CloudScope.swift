import StrataModel

/// Where an object lives: an account's region, or an account as a whole for global services.
public struct CloudScope: Sendable, Hashable, Comparable, CustomStringConvertible {
  public var partition: String
  public var account: String
  /// Empty for services that have no regions.
  public var region: String

  /// Creates a scope.
  public init(partition: String, account: String, region: String) {
    self.partition = partition
    self.account = account
    self.region = region
  }

  /// The scope of a placement, for a type of a regional or of a global service.
  init(_ placement: Placement, isGlobal: Bool) {
    self.init(partition: placement.partition, account: placement.account, region: isGlobal ? "" : placement.region)
  }

  public var description: String { region.isEmpty ? "\(account)/global" : "\(account)/\(region)" }

  public static func < (left: CloudScope, right: CloudScope) -> Bool {
    (left.partition, left.account, left.region) < (right.partition, right.account, right.region)
  }
}
