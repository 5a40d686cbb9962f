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

  /// Kills the deployment at each of some points, and its successors at random ones if `again` says how many.
  ///
  /// The deployment runs once: at each point the world is copied, and the process dies in the copy.
  ///
  /// - Returns: what came of each, in the order of the points; points after the end of the deployment have no crash.
  package func crash(at points: [Int], seed: UInt64, again: Int = 0) -> [Finding] {
    let images = Mutex<[SimulatedWorld]>([])
    let undisturbed = simulate(seed: seed) { world in
      world.takeImages(at: points)
      // Nothing after the last point is of interest.
      _ = await world.attempt(graph, .crash(at: (points.max() ?? 0) + 1))
      images.withLock { $0 = world.images }
    }
    var findings: [Int: Finding] = [:]
    for world in images.withLock({ $0 }) {
      guard let crash = world.crash else { continue }
      let hasEnded = world.executor.run { await self.goOn(in: world, after: crash, seed: seed, again: again) }
      if !hasEnded { world.report(.hang, "something waits for ever") }
      findings[crash.number] = Finding(crash: crash, violations: world.violations)
    }
    return points.map { findings[$0] ?? Finding(crash: nil, violations: undisturbed.violations) }
  }

  /// Lets successors of a dead process deploy until nothing is left to do.
  private func goOn(in world: SimulatedWorld, after crash: CrashPoint, seed: UInt64, again: Int) async {
    var chance = Chance(seed: seed &+ UInt64(crash.number), salt: 5)
    world.leaveAllBehind()
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
