public import StrataModel

/// What a graph costs a month, item by item, and what of it is not known.
public struct CostEstimate: Sendable, Hashable {
  /// One thing that is paid for.
  public struct Item: Sendable, Hashable {
    public var address: ResourceAddress
    public var type: String
    public var account: String
    public var region: String
    /// Whose the resource is, by its tag; `nil` for what all share.
    public var tenant: String?
    /// What is paid for, for example `customer managed key`.
    public var name: String
    public var quantity: Quantity
    public var price: Price
    /// What a month costs.
    public var amount: Money
    /// The kind of use that the quantity is assumed of; `nil` for a quantity that the program tells.
    public var usage: UsageKind?
    /// Where the quantity comes from, if it is not plain.
    public var assumption: String?

    /// The service by the name that its types bear: `ECS` for `AWS::ECS::Service`.
    public var service: String { CostEstimate.service(ofType: type) }
  }

  /// Something of which nobody knows what it costs.
  public struct Gap: Sendable, Hashable {
    public var address: ResourceAddress
    public var type: String
    public var source: SourceLocation
    /// Why, in one sentence without a full stop.
    public var reason: String
  }

  /// A quantity that the estimate rests on.
  public struct Assumption: Sendable, Hashable {
    public var kind: UsageKind
    public var quantity: Quantity
    /// Whether the program says so, and not only the default.
    public var isDeclared: Bool
    /// For how many resources.
    public var resourceCount: Int
  }

  public var environment: String
  /// The day of the prices.
  public var priceDate: String
  /// Ascending by address, and for one address in the order of its estimate.
  public var items: [Item]
  /// What is not estimated, ascending by address.
  public var gaps: [Gap]
  /// Ascending by kind and quantity.
  public var assumptions: [Assumption]
  /// The number of resources that cost nothing themselves.
  public var freeCount: Int
  /// The number of resources.
  public var resourceCount: Int

  /// What a month costs, as far as it is estimated.
  public var total: Money { items.reduce(.zero) { $0 + $1.amount } }

  /// How many items have a price that nobody has compared with its page.
  public var unverifiedCount: Int { items.count { $0.price.verification == .unverified } }

  static func service(ofType type: String) -> String {
    let parts = type.split(separator: ":", omittingEmptySubsequences: true)
    return parts.count > 1 ? String(parts[1]) : type
  }
}
