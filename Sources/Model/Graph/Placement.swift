/// Where a resource lives: partition, account and region, and the roles to assume on the way there.
public struct Placement: Sendable, Hashable {
  /// `aws`, `aws-cn` or `aws-us-gov`.
  public var partition: String

  /// The twelve digits of the account.
  public var account: String

  /// The region's code, for example `us-east-1`.
  public var region: String

  /// The ARNs of the roles to assume one after another; empty for the caller's own credentials.
  public var roleChain: [String]

  /// Creates a placement; the partition follows from the region's prefix unless it is given.
  public init(account: String, region: String, partition: String? = nil, roleChain: [String] = []) {
    self.account = account
    self.region = region
    self.roleChain = roleChain
    self.partition = partition ?? Self.partition(ofRegion: region)
  }

  /// The partition that a region belongs to, by the region's prefix (AWS General Reference, "ARN format").
  public static func partition(ofRegion region: String) -> String {
    if region.hasPrefix("cn-") { return "aws-cn" }
    if region.hasPrefix("us-gov-") { return "aws-us-gov" }
    if region.hasPrefix("eusc-") { return "aws-eusc" }
    return "aws"
  }
}

extension Placement: Comparable, CustomStringConvertible {
  public var description: String { "\(account)/\(region)" }

  public static func < (left: Placement, right: Placement) -> Bool {
    (left.account, left.region, left.partition) < (right.account, right.region, right.partition)
  }
}
