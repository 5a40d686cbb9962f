import ResourceCatalog
import StrataModel

/// Turns decisions into steps and orders them.
///
/// Step `i` brings about the declared resource `i`; the steps that delete or forget records follow, ordered by address and generation.
struct StepBuilder {
  let snapshot: StateSnapshot
  let graph: ResourceGraph
  let table: RecordTable
  let library: ShapeLibrary
  let options: PlanOptions
  let isDestroy: Bool
  let time: Int
  let incarnations: Incarnations
  /// Incarnations that a rollback puts earlier ones in the place of.
  let displaced: Set<InstanceID>
  var values: ValueResolver

  var steps: [PlanStep] = []
  var edges: [[StepEdge]] = []
  var diagnostics: [Diagnostic] = []

  /// The step that continues, deletes or forgets each record; `nil` for records that are left alone.
  var stepOfRecord: [Int?]
  /// The node that replaces each record.
  var replacerOfRecord: [Int?]
  /// The records that use each record, by their edges as last applied.
  var usersOfRecord: [[Int]] = []

  init(planning: Planning, incarnations: Incarnations) {
    snapshot = planning.snapshot
    graph = planning.graph
    table = planning.table
    library = planning.library
    options = planning.options
    isDestroy = planning.isDestroy
    displaced = planning.places?.displaced ?? []
    time = planning.observations.time
    values = planning.values
    self.incarnations = incarnations
    stepOfRecord = Array(repeating: nil, count: planning.table.records.count)
    replacerOfRecord = stepOfRecord
  }

  mutating func build() {
    addMakeSteps()
    addFormerSteps()
    linkUsers()
    let keys = KeyHolders(builder: self)
    orderReplacements(keys)
    orderMakes()
    orderDeletes()
    orderSharedKeys(keys)
    finishNeeds()
    reportCycle()
  }

  // MARK: Steps that make

  private mutating func addMakeSteps() {
    let implicit = ImplicitOrder(graph: graph, library: library).producersByNode()
    steps.reserveCapacity(graph.resources.count)
    edges.reserveCapacity(graph.resources.count)
    for (index, node) in graph.resources.enumerated() {
      let decision = values.decisions[index]
      let recordedEdges = self.recordedEdges(of: node, implicit[index])
      var operation = operation(of: decision.action)
      var because = decision.because
      var record: ResourceRecord?
      if let position = decision.record {
        if decision.action.makesInstance {
          replacerOfRecord[position] = index
        } else {
          stepOfRecord[position] = index
          let existing = table.records[position]
          record = existing
          if operation == .keep {
            because = metadataChanges(node, recordedEdges, existing)
            if !because.isEmpty {
              operation = .note
              values.decisions[index].action = .note
            }
          }
        }
      }
      var step = PlanStep(
        id: index, operation: operation, address: node.address, type: node.type, placement: node.placement,
        instance: incarnations.instances[index], generation: incarnations.generations[index], desired: node, hasRecord: record != nil,
        changes: decision.changes, because: because, onlyIfChanged: decision.onlyIfChanged, ownedPaths: decision.ownedPaths,
        edges: recordedEdges, revision: record?.revision ?? 0, source: node.source)
      step.desired?.properties = decision.properties
      if let name = decision.chosenName { step.chosenNames = [name] }
      step.estimate = estimate(operation, node.type)
      steps.append(step)
      edges.append([])
    }
  }

  private func operation(of action: NodeDecision.Action) -> PlanStep.Operation {
    switch action {
    case .keep: .keep
    case .note: .note
    case .update: .update
    case .create, .replace, .recreate: .create
    case .adopt: .adopt
    }
  }

  func estimate(_ operation: PlanStep.Operation, _ type: String) -> Int {
    switch operation {
    case .keep, .note, .forget: 0
    case .create: library[type].facts.behavior.createEstimate
    case .update, .adopt: library[type].facts.behavior.updateEstimate
    case .delete: library[type].facts.behavior.deleteEstimate
    }
  }

  /// The edges to record: declared ones, and those that tables add, by the instance that stands at the producer's address afterwards.
  private func recordedEdges(of node: ResourceNode, _ implicit: [Int]) -> [RecordedEdge] {
    if node.dependencies.isEmpty, implicit.isEmpty { return [] }
    let early = library[node.type].facts.behavior.earlyReadiness
    var edges: [RecordedEdge] = []
    edges.reserveCapacity(node.dependencies.count + implicit.count)
    for dependency in node.dependencies {
      guard let producer = graph.index(of: dependency.address) else { continue }
      edges.append(
        RecordedEdge(
          instance: incarnations.instances[producer], address: dependency.address,
          readiness: early.isEmpty ? dependency.readiness : Self.readiness(of: dependency, early), paths: dependency.paths))
    }
    guard !implicit.isEmpty else { return edges }
    for producer in implicit where !node.dependencies.contains(where: { $0.address == graph.resources[producer].address }) {
      edges.append(RecordedEdge(instance: incarnations.instances[producer], address: graph.resources[producer].address))
    }
    return edges.sorted { $0.address < $1.address }
  }

  /// How far a producer must have come: less than stable only if every path that refers to it is content with less.
  private static func readiness(of dependency: Dependency, _ early: [String: String]) -> Dependency.Readiness {
    guard dependency.readiness == .stable, !dependency.paths.isEmpty else { return dependency.readiness }
    var strictest = Dependency.Readiness.identifier
    for path in dependency.paths {
      guard let name = early[path.schemaComponents.joined(separator: ".")] ?? path.property.flatMap({ early[$0] }),
        let readiness = Dependency.Readiness(rawValue: name)
      else { return .stable }
      if readiness != .identifier { strictest = readiness == .stable ? .stable : strictest == .stable ? .stable : .readable }
    }
    return strictest
  }

  /// What a record does not have as the program says, beside its properties; source positions are not among it.
  private func metadataChanges(_ node: ResourceNode, _ edges: [RecordedEdge], _ record: ResourceRecord) -> [String] {
    var reasons: [String] = []
    if node.lifecycle != record.lifecycle { reasons.append("its lifecycle settings changed") }
    if edges != record.edges { reasons.append("what it depends on changed") }
    return reasons
  }

  // MARK: Steps that end records

  private mutating func addFormerSteps() {
    let currentIdentifiers = identifiersOfContinuedRecords()
    let positions = table.sorted(table.records.indices.filter { stepOfRecord[$0] == nil })
    steps.reserveCapacity(steps.count + positions.count)
    edges.reserveCapacity(edges.count + positions.count)
    for position in positions {
      let record = table.records[position]
      let replacer = replacerOfRecord[position]
      guard let (operation, because) = ending(of: record, replacer: replacer, currentIdentifiers) else { continue }
      var step = PlanStep(
        id: steps.count, operation: operation, address: record.address, type: record.type, placement: record.placement,
        instance: record.instance, generation: record.generation, desired: nil, hasRecord: true,
        because: operation == .delete ? [because] + remains(of: record) : [because],
        revision: record.revision, estimate: estimate(operation, record.type), source: record.source)
      if let replacer, operation == .delete {
        step.onlyIfChanged = values.decisions[replacer].onlyIfChanged
        step.address = graph.resources[replacer].address
        step.counterpart = replacer
        step.markers.append(.replacement)
        steps[replacer].counterpart = step.id
        steps[replacer].markers.append(.replacement)
      }
      stepOfRecord[position] = step.id
      steps.append(step)
      edges.append([])
    }
  }

  /// What a delete leaves behind; the embedded cloud keeps nothing.
  private func remains(of record: ResourceRecord) -> [String] {
    guard record.route != .embedded, let remains = library[record.type].facts.behavior.remains,
      remains.absentWith.allSatisfy({ record.inputs[$0] == nil })
    else { return [] }
    return [remains.text]
  }

  /// What becomes of a record that no declaration continues, and why; `nil` for one that is left alone.
  private func ending(
    of record: ResourceRecord, replacer: Int?, _ currentIdentifiers: Set<ObjectKey>
  ) -> (PlanStep.Operation, String)? {
    let named = record.identifier.map { "\(record.type) \($0)" } ?? record.type
    if case .pendingDeletion(let until) = record.status {
      return time > 0 && until <= time ? (.forget, "\(named) has been deleted for good") : nil
    }
    if record.isUnsupported { return (.forget, "the target could not hold \(record.type), so that nothing was made") }
    if let replacer, values.decisions[replacer].action == .recreate { return (.forget, "\(named) no longer exists") }
    if let identifier = record.identifier, record.status == .deposed,
      currentIdentifiers.contains(ObjectKey(record, identifier: identifier))
    {
      return (.forget, "\(named) belongs to a current resource now")
    }
    if record.isAction, let reason = remainingEffect(of: record) { return (.forget, reason) }
    if record.lifecycle.isRetained { return (.forget, "it is retained: \(named) stays in \(record.placement)") }
    if replacer != nil { return (.delete, "it is replaced") }
    if options.isRollback, record.isTakenOver {
      return (.forget, "it was there before it was taken over: \(named) stays in \(record.placement)")
    }
    if displaced.contains(record.instance) { return (.delete, "the object before it takes its place back") }
    if record.status == .deposed { return (.delete, "an earlier run replaced it and did not come to delete it") }
    if isDestroy { return (.delete, "the environment is destroyed") }
    return (.delete, options.isRollback ? "the earlier state does not have it" : "it is no longer declared")
  }

  /// Why the effect of an action that ends is left as it is; `nil` for one that is undone.
  private func remainingEffect(of record: ResourceRecord) -> String? {
    let effect = record.inputs["Effect"]?.stringValue ?? record.address.id
    if record.lifecycle.isRetained { return "it is retained: its effect stays: \(effect)" }
    guard let undo = record.inputs["Undo"] else { return "nothing undoes it, and its effect stays: \(effect)" }
    // Undoing it would take away what another action has just brought about.
    let heir = graph.resources.first { $0.isAction && $0.placement == record.placement && $0.properties["Undo"] == undo }
    return heir.map { "\($0.address) goes on to keep its effect: \(effect)" }
  }

  /// An object as services know it.
  struct ObjectKey: Hashable {
    var type: String
    var account: String
    var region: String
    var identifier: String

    init(_ record: ResourceRecord, identifier: String) {
      type = record.type
      account = record.placement.account
      region = record.placement.region
      self.identifier = identifier
    }
  }

  /// The identifiers that current records go on to hold; needed only where deposed records are.
  private func identifiersOfContinuedRecords() -> Set<ObjectKey> {
    guard table.records.contains(where: { $0.status == .deposed }) else { return [] }
    var keys = Set<ObjectKey>()
    for (position, record) in table.records.enumerated() where stepOfRecord[position] != nil {
      if let identifier = record.identifier { keys.insert(ObjectKey(record, identifier: identifier)) }
    }
    return keys
  }

  private mutating func linkUsers() {
    usersOfRecord = Array(repeating: [], count: table.records.count)
    guard steps.count > graph.resources.count else { return }
    for position in table.records.indices {
      for (producer, _) in table.producers(of: position) { usersOfRecord[producer].append(position) }
    }
  }
}
