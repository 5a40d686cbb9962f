import ResourceCatalog
public import StrataModel

extension ApplyRun {
  /// What a reference stands for now.
  func lookUp(_ reference: Reference) -> ValueResolution.Lookup {
    let record = fold.current(at: reference.address)
    let pending = pendingCreates[reference.address]
    let type = pending.map { plan.steps[$0].type } ?? record?.type
    if let type, library[type].facts.behavior.sensitiveAttributes.contains(reference.attribute) {
      return .secret(SecretSource(attribute: reference))
    }
    if let early = earlyAttributes[reference.address], let value = early.value(ofAttribute: reference.attribute) { return .known(value) }
    if pending != nil { return .unknown }
    if let record {
      if let value = record.attributes.value(ofAttribute: reference.attribute) { return .known(value) }
      if let property = reference.attribute.split(separator: ".", maxSplits: 1).first, record.inputs[String(property)] != nil,
        let value = record.appliedProperties.value(ofAttribute: reference.attribute), value.isLiteral
      {
        return .known(value)
      }
    }
    return fetched[reference].map { .known($0) } ?? .unknown
  }

  /// Where an attribute that state does not have can be read; `nil` for an object that is not there yet.
  func target(of reference: Reference) -> ObjectTarget? {
    guard pendingCreates[reference.address] == nil, let record = fold.current(at: reference.address) else { return nil }
    return ObjectTarget(record)
  }

  /// The reference in a document whose value changed although the plan took it as known.
  func driftedReference(in properties: PropertyObject) -> Reference? {
    guard !drifted.isEmpty else { return nil }
    var found: Reference?
    PropertyValue.object(properties).forEachReference { reference, _ in
      let property = reference.attribute.split(separator: ".", maxSplits: 1).first.map { String($0) } ?? reference.attribute
      if drifted[reference.address]?.contains(property) == true { found = found ?? reference }
    }
    return found
  }

  /// Whether the condition of a step holds: whether a value that became known differs from the one that is applied.
  mutating func conditionHolds(_ step: Int) -> Bool {
    let own = plan.steps[step]
    guard !own.onlyIfChanged.isEmpty else { return true }
    let deciding = own.desired != nil ? step : own.counterpart ?? step
    if let known = conditions[deciding] { return known }
    let holds = evaluateCondition(deciding)
    conditions[deciding] = holds
    return holds
  }

  private func evaluateCondition(_ number: Int) -> Bool {
    let step = plan.steps[number]
    guard let desired = step.desired, let record = recordBefore(step) else { return true }
    // A placeholder for the step's own address is not needed: no document refers to itself.
    let document = ValueResolution.resolve(desired.properties) { lookUp($0) }
    let applied = record.appliedProperties
    let shape = library[step.type].shape
    return step.onlyIfChanged.contains { path in
      let value = OwnedUnit.value(at: path, in: document.properties, shape: shape)
      if let value, !value.isLiteral { return true }
      return !ValueComparison.areEqual(value, OwnedUnit.value(at: path, in: applied, shape: shape), at: shape.place(at: path))
    }
  }

  /// The record that a step changes, or whose place its object takes.
  private func recordBefore(_ step: PlanStep) -> ResourceRecord? {
    if let record = fold.snapshot.records[step.instance] { return record }
    if let counterpart = step.counterpart { return fold.snapshot.records[plan.steps[counterpart].instance] }
    return fold.current(at: step.address)
  }

  /// A step's edges, by the incarnations that really are there.
  func edges(of step: PlanStep) -> [RecordedEdge] {
    guard !keptInstances.isEmpty else { return step.edges }
    return step.edges.map { edge in
      var edge = edge
      if let kept = keptInstances[edge.instance] { edge.instance = kept }
      return edge
    }
  }
}

extension ObjectTarget {
  /// The object of a record; `nil` before it has an identifier.
  public init?(_ record: ResourceRecord) {
    guard let identifier = record.identifier, !record.isUnsupported else { return nil }
    self.init(
      type: record.type, placement: record.placement, route: record.route, identifier: identifier, handle: record.handle,
      declared: [record.appliedProperties])
  }

  /// The object that an intent changes or deletes; `nil` for what is only being made.
  init?(_ intent: Intent) {
    guard let identifier = intent.identifier else { return nil }
    self.init(
      type: intent.type, placement: intent.placement, route: intent.route, identifier: identifier, handle: intent.handle,
      declared: [intent.request] + (intent.previous.map { [$0] } ?? []))
  }
}
