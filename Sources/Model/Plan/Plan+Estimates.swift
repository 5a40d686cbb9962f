extension Plan {
  /// For each step the expected time from its start to the end of the longest chain of steps that wait for it, in milliseconds.
  ///
  /// The step with the longest remaining time goes first. Computed backwards over the needs, in linear time.
  public func remainingTimes() -> [Int] {
    let order = executionOrder()
    var remaining = steps.map(\.estimate)
    for id in order.reversed() {
      for need in steps[id].needs where remaining[need.step] < steps[need.step].estimate + remaining[id] {
        remaining[need.step] = steps[need.step].estimate + remaining[id]
      }
    }
    return remaining
  }

  /// The steps of the longest chain by expected duration, in order; steps that take no time are left out.
  public func criticalPath() -> [Int] {
    let remaining = remainingTimes()
    var users = [[Int]](repeating: [], count: steps.count)
    for step in steps { for need in step.needs { users[need.step].append(step.id) } }
    var path: [Int] = []
    var candidates = Array(steps.indices)
    while let next = candidates.min(by: { (-remaining[$0], $0) < (-remaining[$1], $1) }) {
      path.append(next)
      candidates = users[next]
    }
    return path.filter { steps[$0].estimate > 0 }
  }

  /// How long applying is expected to take with unlimited concurrency, in milliseconds.
  public var estimatedDuration: Int { remainingTimes().max() ?? 0 }

  /// The steps in an order in which each comes after all that it needs; steps of a cycle are left out.
  public func executionOrder() -> [Int] {
    var open = steps.map(\.needs.count)
    var users = [[Int]](repeating: [], count: steps.count)
    for step in steps { for need in step.needs { users[need.step].append(step.id) } }
    var order = open.indices.filter { open[$0] == 0 }
    order.reserveCapacity(steps.count)
    var next = 0
    while next < order.count {
      for user in users[order[next]] {
        open[user] -= 1
        if open[user] == 0 { order.append(user) }
      }
      next += 1
    }
    return order
  }
}
