package import StrataModel
import Synchronization

/// Kills the deployment of one graph at point after point, lets it run again, and checks what must hold.
package struct CrashSweep: Sendable {
  /// What came of one crash.
  package struct Finding: Sendable, Hashable {
    /// Where the process died; `nil` when it had ended before.
    package var crash: CrashPoint?
    package var violations: [Violation]
  }

  /// The deployments before the one that is disturbed, each of which must complete.
  package let earlier: [ResourceGraph]
  package let graph: ResourceGraph
  package var callLifetime = 60
  /// How long the cloud's background work takes, in thousandths of the usual times.
  package var delayPerMille = 100
  /// Kept only where the graph is the first that is deployed.
  private let firstPlans: PlanMemory?

  package init(_ graph: ResourceGraph, after earlier: [ResourceGraph] = []) {
    self.graph = graph
    self.earlier = earlier
    firstPlans = earlier.isEmpty ? PlanMemory() : nil
  }

  /// The number of points of an undisturbed deployment, and what is wrong with it already.
  package func points(seed: UInt64) -> (count: Int, finding: Finding) {
    let points = Mutex(0)
    let finding = simulate(seed: seed) { world in
      let end = await world.attempt(graph)
      points.withLock { $0 = world.points }
      if end != .completed { world.report(.convergence, "an undisturbed deployment does not complete: \(end)") }
      await world.checkConvergence(graph)
    }
    return (points.withLock { $0 }, finding)
  }

  /// Kills the deployment at a point, and its successors at random ones if `again` says how many.
  package func crash(at point: Int, seed: UInt64, again: Int = 0) -> Finding {
    let crash = Mutex<CrashPoint?>(nil)
    var finding = simulate(seed: seed) { world in
      var chance = Chance(seed: seed, salt: 5)
      guard case .died(let first) = await world.attempt(graph, .crash(at: point)) else { return }
      crash.withLock { $0 = first }
      await world.checkAccounts()
      for _ in 0..<again {
        _ = await world.attempt(graph, .crash(at: 1 + chance.below(200)))
        await world.checkAccounts()
      }
      for _ in 0..<Self.mostCalmAttempts {
        guard world.violations.isEmpty else { return }
        let end = await world.attempt(graph)
        if end == .completed { return await world.checkConvergence(graph) }
        await world.checkAccounts()
        if case .refused(let reasons) = end { return world.report(.refusedLater, reasons.joined(separator: "; ")) }
      }
      world.report(.convergence, "the deployment does not come to its end although nothing disturbs it any more")
    }
    finding.crash = crash.withLock { $0 }
    return finding
  }

  private static let mostCalmAttempts = 3

  private func simulate(seed: UInt64, _ body: @escaping @Sendable (SimulatedWorld) async -> Void) -> Finding {
    var options = WorldOptions(seed: seed)
    options.callLifetime = callLifetime
    options.delayPerMille = delayPerMille
    options.environment = graph.environment
    let world = SimulatedWorld(options, firstPlans: firstPlans)
    world.rotateSecrets()
    let hasEnded = world.executor.run {
      for graph in earlier {
        let end = await world.attempt(graph)
        if end != .completed { world.report(.convergence, "an undisturbed deployment does not complete: \(end)") }
      }
      if world.violations.isEmpty { await body(world) }
    }
    if !hasEnded { world.report(.hang, "something waits for ever") }
    return Finding(crash: nil, violations: world.violations)
  }
}
