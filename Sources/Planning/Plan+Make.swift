import Dispatch
public import StrataModel
import Synchronization

extension Plan {
  /// The plan that leads from a state to a desired graph.
  ///
  /// A pure function: it reads nothing, knows no clock, and returns equal plans for equal arguments, in time linear in the number of
  /// resources. Every decision and its order is made here, so that applying is only a matter of following. Whatever is wrong is among
  /// the plan's ``diagnostics``, all of it at once; a plan with an error must not be applied.
  ///
  /// - Parameters:
  ///   - snapshot: what earlier deployments made. Operations of unknown outcome must be resolved before.
  ///   - graph: what the program declares, in topological order.
  ///   - observations: what was read of the outside world; nothing unless the user asked for it.
  ///   - schema: what is known of resource types.
  public static func make(
    from snapshot: StateSnapshot, to graph: ResourceGraph, observations: Observations = Observations(), options: PlanOptions,
    schema: any SchemaFacts
  ) -> Plan {
    if graph.resources.count < Self.smallestDivided {
      var planning = Planning(snapshot: snapshot, graph: graph, observations: observations, options: options, schema: schema)
      var plan = planning.plan()
      plan.graphDigest = graph.digest
      return plan
    }
    // The digest is a quarter of the work and needs nothing of the rest, so both are done side by side.
    let made = Mutex<Plan?>(nil)
    let digest = Mutex("")
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 1 { return digest.withLock { $0 = graph.digest } }
      var planning = Planning(snapshot: snapshot, graph: graph, observations: observations, options: options, schema: schema)
      let plan = planning.plan()
      made.withLock { $0 = plan }
    }
    var plan = made.withLock { $0.take() } ?? Plan(for: snapshot, engine: options.engine)
    plan.graphDigest = digest.withLock { $0 }
    return plan
  }

  /// From how many resources on a second thread is worth waking.
  private static let smallestDivided = 1_000

  /// The plan that takes an environment apart, in the order that state alone gives; the program may be gone.
  ///
  /// Retained resources are forgotten, and all others deleted; what is protected or holds data needs an acknowledgement.
  public static func destroying(_ snapshot: StateSnapshot, options: PlanOptions, schema: any SchemaFacts) -> Plan {
    let graph = ResourceGraph(environment: snapshot.environment, resources: [])
    var planning = Planning(snapshot: snapshot, graph: graph, observations: Observations(), options: options, schema: schema)
    planning.isDestroy = true
    return planning.plan()
  }
}
