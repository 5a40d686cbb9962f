import StrataModel

/// The making of one plan: resources are decided in topological order, then steps are ordered, then dangers are named.
struct Planning {
  let snapshot: StateSnapshot
  let graph: ResourceGraph
  let observations: Observations
  let options: PlanOptions
  let lookups: LookupAnswers
  let library: ShapeLibrary
  let table: RecordTable
  var isDestroy = false
  /// The incarnations that a rollback puts back; the snapshot has them in place already.
  var places: FormerPlaces?

  /// The decisions so far, by node; also answers what references stand for.
  var values: ValueResolver
  var diagnostics: [Diagnostic] = []

  init(
    snapshot: StateSnapshot, graph: ResourceGraph, observations: Observations, options: PlanOptions, schema: any SchemaFacts
  ) {
    self.snapshot = snapshot
    lookups = LookupAnswers(declared: graph, snapshot: snapshot, observations: observations)
    let graph = lookups.graph
    self.graph = graph
    self.observations = observations
    self.options = options
    library = schema.library()
    table = RecordTable(snapshot.showing(observations.baselines))
    values = ValueResolver(graph: graph, table: table, library: library)
  }

  mutating func plan() -> Plan {
    var plan = Plan(for: snapshot, engine: options.engine)
    plan.isDestroy = isDestroy
    plan.observationsDigest = observations.digest
    guard checkPremises() else {
      plan.diagnostics = diagnostics
      return plan
    }
    diagnostics += lookups.diagnostics
    pinLookups(in: &plan)
    let premises = diagnostics.count
    let moves = MoveResolution(graph: graph, table: table)
    diagnostics += moves.diagnostics
    plan.moves = moves.moves
    plan.reinstated = places?.changes ?? []
    plan.refreshed = refreshed()
    checkReplaced()
    decide(moves.recordOfNode)

    let incarnations = Incarnations(snapshot: snapshot, table: table, values: values)
    incarnations.nameNewOnes(environment: snapshot.environment, values: &values)
    plan.reservedGenerations = incarnations.reserved

    var builder = StepBuilder(planning: self, incarnations: incarnations)
    builder.build()
    diagnostics += builder.diagnostics
    plan.steps = builder.steps
    lookups.explain(&plan.steps)
    plan.placements = placements()
    recordOutputs(in: &plan)
    let safeguards = Safeguards(planning: self, builder: builder)
    safeguards.guardDeletes(in: &plan)
    diagnostics += builder.diagnosticsOfAdoptions()
    let suspicion = RenameSuspicion(planning: self, steps: plan.steps)
    if snapshot.unsupported != graph.unsupported { plan.unsupported = graph.unsupported }
    let narrowing = narrow(&plan, builder, premises: premises)
    diagnostics += suspicion.diagnostics { narrowing?.selects($0) ?? true }
    safeguards.guardEnvironment(&plan, &diagnostics)
    plan.diagnostics = diagnostics
    return plan
  }

  /// Says which answers state shall pin: those of the program, and after a destroy none.
  private func pinLookups(in plan: inout Plan) {
    if isDestroy {
      plan.lookups = options.selection == nil ? [:] : snapshot.lookups
    } else if !options.isRollback {
      plan.lookups = lookups.answers
      plan.changedLookups = lookups.changes
    }
  }

  /// What the values of consumers were taken from although state does not say it yet.
  private func refreshed() -> [Plan.Refreshed] {
    observations.baselines.compactMap { instance, baseline -> Plan.Refreshed? in
      guard let record = snapshot.records[instance] else { return nil }
      let names = Set(record.attributes.fields.map(\.key)).union(baseline.attributes.fields.map(\.key))
      let differing = names.filter { record.attributes[$0] != baseline.attributes[$0] }.sorted()
      return Plan.Refreshed(instance, at: record.address, attributes: differing, baseline: baseline)
    }.sorted { ($0.address, $0.instance) < ($1.address, $1.instance) }
  }

  private func placements() -> [Placement] {
    var all = Set<Placement>()
    // Mostly the one of the resource before.
    var last: Placement?
    func add(_ placement: Placement) {
      guard placement != last else { return }
      all.insert(placement)
      last = placement
    }
    for node in graph.resources { add(node.placement) }
    for record in table.records { add(record.placement) }
    return all.sorted()
  }

  /// What makes every plan for this state and graph meaningless.
  private mutating func checkPremises() -> Bool {
    if graph.environment != snapshot.environment {
      diagnostics.append(
        Diagnostic(
          .error, code: "environment-mismatch",
          "the program declares the environment \(graph.environment), and the state is that of \(snapshot.environment)",
          remedy: "choose the environment \(snapshot.environment), or the state of \(graph.environment)"))
    }
    if snapshot.format > StateSnapshot.currentFormat {
      diagnostics.append(
        Diagnostic(
          .error, code: "newer-state-format",
          "the state has format \(snapshot.format), written by version \(snapshot.engine), and this version reads up to \(StateSnapshot.currentFormat)",
          remedy: "use version \(snapshot.engine) or later"))
    }
    for address in table.ambiguousAddresses.sorted() {
      diagnostics.append(
        Diagnostic(
          .error, code: "ambiguous-record", "the state has more than one current record of \(address)", remedy: "run `state repair`",
          address: address))
    }
    let isSound = !diagnostics.containsErrors
    for open in snapshot.openIntents.sorted(by: { ($0.intent.address, $0.intent.step) < ($1.intent.address, $1.intent.step) }) {
      diagnostics.append(
        Diagnostic(
          options.isProvisional ? .warning : .error, code: "open-intent",
          "an earlier run was interrupted while it was to \(open.intent.operation.rawValue) \(open.intent.address), and the outcome is not known",
          remedy: "run `recover`, or any command that changes something: it recovers first", at: open.intent.source,
          address: open.intent.address))
    }
    return isSound
  }

  private mutating func recordOutputs(in plan: inout Plan) {
    plan.outputs = graph.outputs
    if isDestroy {
      plan.changedOutputs = snapshot.outputs.keys.sorted()
      return
    }
    var changed: [String] = []
    var declared = Set<String>()
    for output in graph.outputs {
      declared.insert(output.key)
      guard let recorded = snapshot.outputs[output.key], recorded.isSensitive == output.isSensitive else {
        changed.append(output.key)
        continue
      }
      let value = values.substitute(output.value)
      if value.isLiteral {
        if !output.isSensitive, value != recorded.value { changed.append(output.key) }
        continue
      }
      var openness = OpenReferences(in: value)
      openness.collect(&values)
      if openness.unknown != nil { changed.append(output.key) }
    }
    changed += snapshot.outputs.keys.filter { !declared.contains($0) }
    plan.changedOutputs = changed.sorted()
  }
}

extension StateSnapshot {
  /// The state with the attributes that reads have shown.
  fileprivate func showing(_ baselines: [InstanceID: JournalEntry.Baseline]) -> StateSnapshot {
    guard !baselines.isEmpty else { return self }
    var snapshot = self
    for (instance, baseline) in baselines { snapshot.records[instance]?.attributes = baseline.attributes }
    return snapshot
  }
}
