public import StrataModel

/// Estimates what a graph costs: pure, so that the same graph and prices give the same amounts anywhere.
public struct CostEstimator: Sendable {
  public var prices: PriceTable
  public var usage: UsageAssumptions
  /// The key of the tag that says whose a resource is.
  public var tenantTag: String
  /// The region whose prices stand in where a region has none; `nil` to estimate nothing there.
  public var fallbackRegion: String?

  /// Creates an estimator.
  public init(prices: PriceTable = .aws, settings: CostSettings = CostSettings(), fallbackRegion: String? = nil) {
    self.prices = prices
    usage = settings.usage
    tenantTag = settings.tenantTag
    self.fallbackRegion = fallbackRegion
  }

  /// Estimates a graph, in time linear in its size.
  public func estimate(_ graph: ResourceGraph) -> CostEstimate {
    var items: [CostEstimate.Item] = []
    var gaps: [CostEstimate.Gap] = []
    var freeCount = 0
    var assumed: [UsageKind: [Quantity: (isDeclared: Bool, count: Int)]] = [:]
    for node in graph.resources.sorted(by: { $0.address < $1.address }) {
      guard let estimate = ServiceCosts.byType[node.type] else {
        if FreeTypes.contains(node.type) {
          freeCount += 1
        } else {
          gaps.append(
            CostEstimate.Gap(address: node.address, type: node.type, source: node.source, reason: "no price of \(node.type) is known"))
        }
        continue
      }
      var costs = ResourceCosts(of: node, in: graph, self)
      estimate(&costs)
      if costs.items.isEmpty, costs.gaps.isEmpty { freeCount += 1 }
      items += costs.items
      gaps += costs.gaps
      for (kind, value) in costs.assumed {
        assumed[kind, default: [:]][value.quantity, default: (value.isDeclared, 0)].count += 1
      }
    }
    let assumptions = assumed.flatMap { kind, quantities in
      quantities.map { CostEstimate.Assumption(kind: kind, quantity: $0, isDeclared: $1.isDeclared, resourceCount: $1.count) }
    }
    return CostEstimate(
      environment: graph.environment, priceDate: prices.date, items: items, gaps: gaps,
      assumptions: assumptions.sorted { ($0.kind.rawValue, $0.quantity) < ($1.kind.rawValue, $1.quantity) }, freeCount: freeCount,
      resourceCount: graph.resources.count)
  }
}
