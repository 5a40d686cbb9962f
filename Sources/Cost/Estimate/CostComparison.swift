public import StrataModel

/// A documented figure beside the estimate of the same part.
public struct CostComparison: Sendable, Hashable {
  /// Where the estimate lies.
  public enum Verdict: String, Sendable, Hashable {
    case below
    case within
    case above
  }

  /// A part of the estimate, for the explanation of a difference.
  public struct Part: Sendable, Hashable {
    public var name: String
    public var amount: Money
  }

  public var figure: DocumentedCost
  public var estimate: Money
  /// What the estimate of this part is made of: by type and item, the largest first.
  public var parts: [Part]

  public var verdict: Verdict {
    if estimate < figure.range.lowerBound { return .below }
    return estimate > figure.range.upperBound ? .above : .within
  }

  /// How far the estimate lies outside of the figure's bounds; negative below, nothing within.
  public var difference: Money {
    switch verdict {
    case .below: estimate - figure.range.lowerBound
    case .within: .zero
    case .above: estimate - figure.range.upperBound
    }
  }
}

extension CostEstimate {
  /// Documented figures beside the estimate, in their order.
  public func comparisons(with figures: [DocumentedCost]) -> [CostComparison] {
    let named = Set(
      figures.flatMap { figure -> [String] in
        if case .services(let services) = figure.scope { services } else { [] }
      })
    let tenants = Set(items.compactMap(\.tenant)).count
    return figures.map { figure in
      let chosen: [Item]
      var divisor = 1
      switch figure.scope {
      case .total: chosen = items
      case .services(let services): chosen = items.filter { services.contains($0.service) }
      case .remainder: chosen = items.filter { !named.contains($0.service) }
      case .tenant:
        chosen = items.filter { $0.tenant != nil }
        divisor = max(1, tenants)
      }
      var sums: [String: Money] = [:]
      for item in chosen { sums["\(item.service) \(item.name)", default: .zero] += item.amount }
      // One for each tenant: the average, rounded once.
      let parts = sums.map { CostComparison.Part(name: $0.key, amount: $0.value.price(of: 1, per: divisor)) }
      let sum = chosen.reduce(Money.zero) { $0 + $1.amount }
      return CostComparison(
        figure: figure, estimate: sum.price(of: 1, per: divisor), parts: parts.sorted { ($1.amount, $0.name) < ($0.amount, $1.name) })
    }
  }
}
