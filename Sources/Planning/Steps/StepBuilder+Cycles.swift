import StrataModel

extension StepBuilder {
  /// Reports a circle of steps, each hop with its cause and line.
  mutating func reportCycle() {
    var open = edges.map(\.count)
    var users = [[Int]](repeating: [], count: steps.count)
    for (index, targets) in edges.enumerated() { for edge in targets { users[edge.target].append(index) } }
    var ready = open.indices.filter { open[$0] == 0 }
    var done = 0
    while done < ready.count {
      for user in users[ready[done]] {
        open[user] -= 1
        if open[user] == 0 { ready.append(user) }
      }
      done += 1
    }
    guard done < steps.count, let start = open.firstIndex(where: { $0 > 0 }) else { return }
    let cycle = self.cycle(from: start, open)
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
        remedy: "change one of them in a deployment of its own, or give one of them another name", at: steps[first.step].source,
        address: steps[first.step].address, notes: notes))
  }

  /// A circle among the steps that could not be ordered: each of them waits for at least one other of them.
  private func cycle(from start: Int, _ open: [Int]) -> [(step: Int, edge: StepEdge)] {
    var path: [(step: Int, edge: StepEdge)] = []
    var positionInPath: [Int: Int] = [:]
    var current = start
    while positionInPath[current] == nil {
      guard let edge = edges[current].first(where: { open[$0.target] > 0 }) else { return path }
      positionInPath[current] = path.count
      path.append((current, edge))
      current = edge.target
    }
    return Array(path[(positionInPath[current] ?? 0)...])
  }
}
