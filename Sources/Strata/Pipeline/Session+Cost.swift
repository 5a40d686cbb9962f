import StrataCost
import StrataModel

/// What a plan changes of the monthly cost.
struct CostChange: Sendable {
  /// What is recorded as deployed.
  var before: CostEstimate
  /// What the program declares.
  var after: CostEstimate

  /// The line beneath a plan.
  var text: String {
    let difference = after.total - before.total
    let change = difference == .zero ? "unchanged" : (difference > .zero ? "+" : "") + difference.text
    var text = "Cost: \(change) a month, from \(before.total.text) to \(after.total.text)"
    let gaps = Set(after.gaps.map(\.address)).count
    if gaps > 0 { text += "; \(DiagnosticRenderer.count(gaps, "resource")) not estimated" }
    return text + ".\n"
  }

  var report: PropertyValue {
    [
      "after": .string(after.total.decimalText), "before": .string(before.total.decimalText),
      "change": .string((after.total - before.total).decimalText),
      "notEstimated": .integer(Set(after.gaps.map(\.address)).count),
    ]
  }
}

extension Session {
  /// What a program costs beside what is recorded as deployed; both by today's prices and assumptions.
  func costChange(from snapshot: StateSnapshot, to graph: ResourceGraph) -> CostChange {
    let estimator = CostEstimator(settings: environment.cost)
    return CostChange(before: estimator.estimate(snapshot.declared), after: estimator.estimate(graph))
  }
}

extension StateSnapshot {
  /// What is recorded as last applied, as the graph that would declare it; in no order, and without dependencies.
  fileprivate var declared: ResourceGraph {
    let nodes = currentRecords.values.filter { !$0.isUnsupported }.map {
      ResourceNode(address: $0.address, type: $0.type, placement: $0.placement, properties: $0.inputs, source: $0.source)
    }
    return ResourceGraph(environment: environment, resources: nodes.sorted { $0.address < $1.address })
  }
}
