import StrataModel

extension StepBuilder {
  /// Reports a circle of steps, each hop with its cause and line.
  mutating func reportCycle() {
    let isOpen = Unorderable.nodes(edges.lazy.map { $0.lazy.map(\.target) }, count: steps.count)
    guard let start = isOpen.firstIndex(of: true) else { return }
    let cycle = self.cycle(from: start, isOpen)
    guard let first = cycle.first else { return }
    let notes = cycle.map { hop in
      let step = steps[hop.step]
      let target = steps[hop.edge.target]
      return Diagnostic.Note(
        "to \(step.operation.rawValue) \(step.address) waits for to \(target.operation.rawValue) \(target.address), \(hop.edge.cause.text)",
        at: step.source)
    }
    let addresses = Set(cycle.map { steps[$0.step].address }).sorted().map(\.path).joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .error, code: "plan-cycle", "no order of the steps is possible: \(addresses) wait for each other",
        remedy:
          "change one of them in a deployment of its own, give one of them another name, or say `renamed(from:)` where one only moved",
        at: steps[first.step].source, address: steps[first.step].address, notes: notes))
  }

  /// A circle among the steps that could not be ordered: each of them waits for at least one other of them.
  private func cycle(from start: Int, _ isOpen: [Bool]) -> [(step: Int, edge: StepEdge)] {
    var path: [(step: Int, edge: StepEdge)] = []
    var positionInPath: [Int: Int] = [:]
    var current = start
    while positionInPath[current] == nil {
      guard let edge = edges[current].first(where: { isOpen[$0.target] }) else { return path }
      positionInPath[current] = path.count
      path.append((current, edge))
      current = edge.target
    }
    return Array(path[(positionInPath[current] ?? 0)...])
  }
}
