public import StrataModel

extension CostEstimate {
  /// What amounts are added up by.
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    case resource
    case stack
    case tenant
    case service
    case account
  }

  /// A sum with what it is the sum of.
  public struct Total: Sendable, Hashable {
    public var name: String
    public var amount: Money
    public var itemCount: Int
  }

  /// What tenants share has this name among the totals of tenants.
  public static let sharedName = "(shared)"

  /// The sums of the groups, the largest first, equal ones by name.
  public func totals(by grouping: Grouping) -> [Total] {
    var totals: [String: Total] = [:]
    for item in items {
      let name = name(of: item, by: grouping)
      totals[name, default: Total(name: name, amount: .zero, itemCount: 0)].amount += item.amount
      totals[name]?.itemCount += 1
    }
    return totals.values.sorted { ($1.amount, $0.name) < ($0.amount, $1.name) }
  }

  /// Whether an item is part of a group's sum.
  public func belongs(_ item: Item, to group: String, by grouping: Grouping) -> Bool { name(of: item, by: grouping) == group }

  private func name(of item: Item, by grouping: Grouping) -> String {
    switch grouping {
    case .resource: item.address.path
    case .stack: item.address.stack
    case .tenant: item.tenant ?? Self.sharedName
    case .service: item.service
    case .account: item.account
    }
  }
}
