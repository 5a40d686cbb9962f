import StrataModel
import Synchronization

extension Scenario {
  /// How many undisturbed deployments may be needed after a disturbed one.
  private static let mostCalmAttempts = 4

  /// Simulates the scenario on the calling thread.
  package func run(keepsHistory: Bool = false) -> ScenarioResult {
    var options = WorldOptions(seed: seed)
    options.callLifetime = callLifetime
    options.concurrency = concurrency
    options.keepsHistory = keepsHistory
    let world = SimulatedWorld(options)
    let outcome = Mutex(ScenarioResult())
    let hasEnded = world.executor.run {
      var result = ScenarioResult()
      await simulate(in: world, &result)
      outcome.withLock { $0 = result }
    }
    var result = outcome.withLock { $0 }
    if !hasEnded { world.report(.hang, "something waits for ever") }
    result.violations = world.violations
    result.digest = world.digest
    result.history = world.history
    return result
  }

  private func simulate(in world: SimulatedWorld, _ result: inout ScenarioResult) async {
    world.rotateSecrets()
    var deployed: ResourceGraph?
    var isForeign = false
    for deployment in deployments {
      await world.pass(milliseconds: deployment.pause * 1_000)
      if deployment.rotatesSecrets { world.rotateSecrets() }
      let graph = deployment.program?.graph
      if let rollback = deployment.rollback {
        let isBack = await leadBack(from: graph, deployment, rollback, to: deployed, in: world, &result)
        guard isBack, world.violations.isEmpty else { return }
        continue
      }
      let isAccepted = await deploy(graph, deployment, deployed, &isForeign, in: world, &result)
      guard world.violations.isEmpty else { return }
      guard isAccepted else {
        result.refused += 1
        continue
      }
      await world.checkConvergence(graph)
      guard world.violations.isEmpty else { return }
      deployed = graph
    }
  }

  /// Begins a deployment, and leads back from wherever it came; answers `false` when the way back is refused, for example because a name is
  /// taken until a deletion is over.
  private func leadBack(
    from graph: ResourceGraph?, _ deployment: Deployment, _ rollback: [Attempt], to before: ResourceGraph?, in world: SimulatedWorld,
    _ result: inout ScenarioResult
  ) async -> Bool {
    guard let earlier = await world.earlierState() else { return false }
    var left: [String] = []
    for attempt in deployment.attempts {
      let end = await world.attempt(graph, attempt.disruption, attempt.weather, before: before)
      result.processes += 1
      if case .died = end { result.crashes += 1 }
      await world.checkAccounts()
      guard world.violations.isEmpty else { return true }
    }
    for number in 0..<(rollback.count + Self.mostCalmAttempts) {
      let attempt = number < rollback.count ? rollback[number] : Attempt(nil)
      let end = await world.attempt(nil, attempt.disruption, attempt.weather, backTo: earlier)
      result.processes += 1
      if end == .completed, number >= rollback.count {
        await world.checkConvergence(before)
        return true
      }
      await world.checkAccounts()
      guard world.violations.isEmpty else { return true }
      switch end {
      case .completed: break
      case .died: result.crashes += 1
      case .refused(let reasons):
        result.refused += 1
        result.refusals.append("rollback " + (reasons.first ?? ""))
        return false
      case .incomplete(let reasons): left = reasons
      case .notBegun(let reason): left = [reason]
      }
    }
    world.report(
      .convergence, "after \(Self.mostCalmAttempts) undisturbed rollbacks there is still something to do: \(left.joined(separator: "; "))")
    return true
  }

  /// Deploys a program until nothing is left to do; answers `false` when the planner refuses it.
  private func deploy(
    _ graph: ResourceGraph?, _ deployment: Deployment, _ before: ResourceGraph?, _ isForeign: inout Bool, in world: SimulatedWorld,
    _ result: inout ScenarioResult
  ) async -> Bool {
    var hasBegun = false
    // What was planned before, on the way back, is not this program's.
    _ = world.takeHasPlanned()
    var left: [String] = []
    for number in 0..<(deployment.attempts.count + Self.mostCalmAttempts) {
      let attempt = number < deployment.attempts.count ? deployment.attempts[number] : Attempt(nil)
      if case .foreign? = attempt.disruption { isForeign = true }
      // Whoever goes back to the program before goes back without the words that say what was renamed.
      let isRenamed = graph?.resources.contains { !$0.renamedFrom.isEmpty } ?? false
      let end = await world.attempt(
        graph, attempt.disruption, attempt.weather, before: isRenamed ? nil : before,
        refreshes: isForeign && number >= deployment.attempts.count)
      result.processes += 1
      let hasPlanned = world.takeHasPlanned()
      // A deployment that is done is checked for more than its accounts right afterwards.
      let isDone = end == .completed && number >= deployment.attempts.count
      if !isDone { await world.checkAccounts() }
      guard world.violations.isEmpty else { return true }
      switch end {
      case .completed:
        // What somebody changed shows only when everything is read.
        if number >= deployment.attempts.count || number == deployment.attempts.count - 1 && !isForeign { return true }
      case .died: result.crashes += 1
      case .refused(let reasons):
        if !hasBegun {
          result.refusals.append(reasons.first ?? "")
          return false
        }
        world.report(.refusedLater, "a program that was accepted is refused: \(reasons.joined(separator: "; "))")
        return true
      case .incomplete(let reasons): left = reasons
      case .notBegun(let reason): left = [reason]
      }
      hasBegun = hasBegun || hasPlanned
    }
    world.report(
      .convergence, "after \(Self.mostCalmAttempts) undisturbed deployments there is still something to do: \(left.joined(separator: "; "))"
    )
    return true
  }
}
