/// Makes a failing scenario as small as it can be while it still fails in the same way.
package struct Shrinker {
  private let stillFails: (Scenario) -> Bool
  private var best: Scenario
  private var runsLeft: Int

  /// The smallest scenario that was found to break the same invariant.
  ///
  /// - Parameter runs: how many simulations may be spent.
  package static func shrink(_ scenario: Scenario, breaking kind: Violation.Kind, runs: Int = 600) -> Scenario {
    shrink(scenario, runs: runs) { $0.run().violations.first?.kind == kind }
  }

  /// The smallest scenario that was found to be still as the predicate says.
  package static func shrink(_ scenario: Scenario, runs: Int = 600, while stillFails: @escaping (Scenario) -> Bool) -> Scenario {
    var shrinker = Shrinker(stillFails: stillFails, best: scenario, runsLeft: runs)
    while shrinker.pass() {}
    return shrinker.best
  }

  /// Tries every simplification once; answers whether one of them kept the failure.
  private mutating func pass() -> Bool {
    var hasShrunk = false
    for simplify in [Self.deployments, Self.attempts, Self.resources, Self.details] {
      var number = 0
      while runsLeft > 0 {
        let candidates = simplify(best)
        guard number < candidates.count else { break }
        if fails(candidates[number]) {
          best = candidates[number]
          hasShrunk = true
        } else {
          number += 1
        }
      }
    }
    return hasShrunk && runsLeft > 0
  }

  private mutating func fails(_ scenario: Scenario) -> Bool {
    runsLeft -= 1
    return stillFails(scenario)
  }

  // MARK: Simplifications

  private static func deployments(of scenario: Scenario) -> [Scenario] {
    var candidates: [Scenario] = []
    for index in scenario.deployments.indices.reversed() {
      var candidate = scenario
      candidate.deployments.remove(at: index)
      candidates.append(candidate)
    }
    return candidates
  }

  private static func attempts(of scenario: Scenario) -> [Scenario] {
    var candidates: [Scenario] = []
    for (index, deployment) in scenario.deployments.enumerated() {
      for attempt in deployment.attempts.indices.reversed() {
        var candidate = scenario
        candidate.deployments[index].attempts.remove(at: attempt)
        candidates.append(candidate)
        if deployment.attempts[attempt].weather != .calm {
          var calm = scenario
          calm.deployments[index].attempts[attempt].weather = .calm
          candidates.append(calm)
        }
        if deployment.attempts[attempt].disruption != nil {
          var quiet = scenario
          quiet.deployments[index].attempts[attempt].disruption = nil
          candidates.append(quiet)
        }
      }
    }
    return candidates
  }

  /// Takes a resource, and whatever refers to it, out of all programs.
  private static func resources(of scenario: Scenario) -> [Scenario] {
    var slots: [Int] = []
    for deployment in scenario.deployments {
      for resource in deployment.program?.resources ?? [] where !slots.contains(resource.slot) { slots.append(resource.slot) }
    }
    return slots.reversed().map { slot in
      var candidate = scenario
      for index in candidate.deployments.indices {
        guard let program = candidate.deployments[index].program, let resource = program.resources.first(where: { $0.slot == slot }) else {
          continue
        }
        candidate.deployments[index].program = program.removing(resource.address)
      }
      return candidate
    }
  }

  private static func details(of scenario: Scenario) -> [Scenario] {
    var candidates: [Scenario] = []
    for (index, deployment) in scenario.deployments.enumerated() {
      if deployment.pause > 0 {
        var candidate = scenario
        candidate.deployments[index].pause = 0
        candidates.append(candidate)
      }
      if let rollback = deployment.rollback {
        var candidate = scenario
        candidate.deployments[index].rollback = rollback.isEmpty ? nil : []
        candidates.append(candidate)
      }
      if deployment.rotatesSecrets {
        var candidate = scenario
        candidate.deployments[index].rotatesSecrets = false
        candidates.append(candidate)
      }
      for (number, resource) in (deployment.program?.resources ?? []).enumerated() {
        var plain = SimulatedResource(
          resource.address, resource.kind, slot: resource.slot, content: resource.content, shape: resource.shape, uses: resource.uses)
        plain.renamedFrom = resource.renamedFrom
        var simple = plain
        simple.content = 0
        simple.shape = 0
        for smaller in [simple, plain] where smaller != resource {
          var candidate = scenario
          candidate.deployments[index].program?.resources[number] = smaller
          candidates.append(candidate)
        }
      }
    }
    return candidates
  }
}
