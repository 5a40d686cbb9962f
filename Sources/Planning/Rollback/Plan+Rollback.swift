public import StrataModel

extension Plan {
  /// The plan that leads an environment back to an earlier state of it.
  ///
  /// What is desired is what the earlier state recorded, with references left in. Objects that a failed replacement did not come to delete take
  /// their places back, so that nothing is made anew that still exists. What cannot be brought back is among the plan's ``diagnostics``: data,
  /// identifiers, secrets whose text is no longer what it was, changes that a service allows only once in a while.
  ///
  /// - Parameters:
  ///   - present: the state as it is. Operations of unknown outcome must be resolved before.
  ///   - earlier: a state of the same environment and lineage.
  ///   - observations: the digests of secrets as far as their sources can be read; without them, the recorded ones are compared.
  public static func rollingBack(
    _ present: StateSnapshot, to earlier: StateSnapshot, observations: Observations = Observations(), options: PlanOptions,
    schema: any SchemaFacts
  ) -> Plan {
    var options = options
    options.isRollback = true
    let places = FormerPlaces(of: earlier, in: present)
    let library = schema.library()
    let graph = RecordedGraph(of: earlier, library: library).graph()
    var planning = Planning(
      snapshot: places.snapshot, graph: graph, observations: observations, options: options, schema: schema)
    planning.places = places
    if earlier.lineage != present.lineage {
      planning.diagnostics.append(
        Diagnostic(
          .error, code: "plan-of-other-state", "the earlier state belongs to another lineage (\(earlier.lineage), not \(present.lineage))",
          remedy: "choose a state from this environment's history"))
    }
    var plan = planning.plan()
    plan.graphDigest = graph.digest
    plan.rollbackSerial = earlier.serial
    if options.selection == nil { plan.lookups = earlier.lookups }
    let losses = RollbackLosses(earlier: earlier, present: present, observations: observations, library: library)
    losses.mark(&plan)
    return plan
  }
}
