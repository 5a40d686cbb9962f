import StrataModel
import StrataPlanning

enum PlanOptionsForTests {
  static let standard = PlanOptions(engine: "1.0.0")
}

/// A plan over the sample types.
func plan(
  _ state: StateSnapshot, _ graph: ResourceGraph, _ observations: Observations = Observations(), facts: LiteralFacts = Sample.facts,
  options: PlanOptions = options
) -> Plan {
  Plan.make(from: state, to: graph, observations: observations, options: options, schema: facts)
}

/// The state after a graph was deployed to another state.
func deployed(_ graph: ResourceGraph, over state: StateSnapshot = emptyState, facts: LiteralFacts = Sample.facts) -> StateSnapshot {
  SymbolicCloud.apply(plan(state, graph, facts: facts), to: state)
}

extension Plan {
  /// The steps that change something, each as `operation address`.
  var effects: [String] { steps.filter { $0.operation != .keep }.map { "\($0.operation.rawValue) \($0.address)" } }

  /// The first step of an operation at an address.
  func step(_ operation: PlanStep.Operation, _ address: ResourceAddress) -> PlanStep? {
    steps.first { $0.operation == operation && $0.address == address }
  }

  /// Whether one step waits for another, at once or through others.
  func isOrdered(_ first: PlanStep?, before second: PlanStep?) -> Bool {
    guard let first, let second else { return false }
    var open = [second.id]
    var seen = Set<Int>()
    while let id = open.popLast() {
      for need in steps[id].needs where seen.insert(need.step).inserted {
        if need.step == first.id { return true }
        open.append(need.step)
      }
    }
    return false
  }

  var errorCodes: [String] { diagnostics.filter { $0.severity == .error }.map(\.code) }
  var codes: [String] { diagnostics.map(\.code) }
}

/// Whether a graph is not what a state holds.
func isChanging(_ state: StateSnapshot, _ graph: ResourceGraph, facts: LiteralFacts = Sample.facts) -> Bool {
  plan(state, graph, facts: facts).hasChanges
}
