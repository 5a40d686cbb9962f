/// What an environment says of its cost.
public struct CostSettings: Sendable, Hashable {
  public var usage = UsageAssumptions()

  /// What documents say that it costs.
  public var documented: [DocumentedCost] = []

  /// What it may cost a month; `nil` for anything.
  public var budget: Money?

  /// The key of the tag that says whose a resource is.
  public var tenantTag = "TenantId"

  /// Creates settings that say nothing.
  public init() {}
}
