import ResourceCatalog
public import StrataModel

/// Makes the records of existing objects that are taken over without a call.
///
/// It follows the adoption steps of a plan: where the object holds what the program says, the record says so too, references and all; where it
/// holds something else, the record says what it holds, so that the next plan shows the difference and changes it.
public struct Takeover {
  /// One object, as it was read.
  public struct Subject: Sendable, Hashable {
    public var address: ResourceAddress
    public var route: ResourceRecord.Route
    public var description: ObjectDescription

    /// Creates a subject.
    public init(address: ResourceAddress, route: ResourceRecord.Route, description: ObjectDescription) {
      self.address = address
      self.route = route
      self.description = description
    }
  }

  private let plan: Plan
  private let snapshot: StateSnapshot
  private let library: ShapeLibrary
  private let identityTags: IdentityTags?
  /// When the objects are taken over, in seconds since 1970.
  private let time: Int
  private var current: [ResourceAddress: ResourceRecord]

  /// Creates a takeover.
  ///
  /// - Parameters:
  ///   - plan: a plan in which the declarations of the objects adopt them.
  ///   - snapshot: the state that the plan was made from.
  public init(by plan: Plan, in snapshot: StateSnapshot, schema: any SchemaFacts, identityTags: IdentityTags?, time: Int) {
    self.plan = plan
    self.snapshot = snapshot
    self.identityTags = identityTags
    self.time = time
    library = schema.library()
    current = snapshot.currentRecords
  }

  /// The records, in the order of the plan's steps; an object whose declaration the plan does not adopt has none.
  public mutating func records(of subjects: [Subject]) -> [ResourceRecord] {
    let byAddress = Dictionary(subjects.map { ($0.address, $0) }) { first, _ in first }
    var made: [ResourceRecord] = []
    var instances = Set(snapshot.records.keys)
    let steps = plan.steps.filter { $0.operation == .adopt && byAddress[$0.address] != nil }
    instances.formUnion(steps.map(\.instance))
    for step in steps {
      guard let subject = byAddress[step.address], let desired = step.desired else { continue }
      let record = record(of: subject, step, desired, instances)
      current[step.address] = record
      made.append(record)
    }
    return made
  }

  private func record(
    of subject: Subject, _ step: PlanStep, _ desired: ResourceNode, _ instances: Set<InstanceID>
  ) -> ResourceRecord {
    let entry = library[step.type]
    let found = subject.description.properties
    var record = ResourceRecord(
      address: step.address, type: step.type, placement: step.placement, instance: step.instance, generation: step.generation,
      source: step.source)
    record.identifier = subject.description.identifier
    record.handle = subject.description.handle
    record.route = subject.route
    record.createdAt = time
    record.updatedAt = time
    record.inputs = inputs(of: desired, step, entry)
    let document = ValueResolution.resolve(record.inputs) { lookUp($0) }
    record.bindings = document.bindings
    record.ownedPaths = OwnedUnit.units(of: record.inputs, shape: entry.shape).map(\.path)
    let recorded = RecordedAttributes(library: library)
    record.attributes = recorded.attributes(of: subject.description, type: step.type, sent: document.properties)
    record.observed = recorded.observed(
      in: subject.description, type: step.type, sent: document.properties, owned: record.ownedPaths)
    record.observedAt = time
    record.hasBaseline = true
    record.edges = step.edges.filter { instances.contains($0.instance) }
    record.lifecycle = desired.lifecycle
    record.isTakenOver = true
    record.lacksIdentityTags = lacksTags(found, step)
    return record
  }

  /// What the program says, with what the object holds where that is something else.
  private func inputs(of desired: ResourceNode, _ step: PlanStep, _ entry: ShapeLibrary.Entry) -> PropertyObject {
    var result = desired.properties
    for change in step.changes {
      let place = entry.shape.place(at: change.path)
      if change.before == nil, !place.facts.isWriteOnly, let after = change.after, after == false || after == place.facts.defaultValue {
        // A read that leaves out what is off, or what AWS does by itself, says the same.
        continue
      }
      result = OwnedUnit.setting(change.before, at: change.path, in: result, shape: entry.shape)
    }
    return result
  }

  private func lookUp(_ reference: Reference) -> ValueResolution.Lookup {
    guard let record = current[reference.address] else { return .unknown }
    if library[record.type].facts.behavior.sensitiveAttributes.contains(reference.attribute) {
      return .secret(SecretSource(attribute: reference))
    }
    if let value = record.attributes.value(ofAttribute: reference.attribute) { return .known(value) }
    guard let value = record.appliedProperties.value(ofAttribute: reference.attribute), value.isLiteral else { return .unknown }
    return .known(value)
  }

  private func lacksTags(_ found: PropertyObject, _ step: PlanStep) -> Bool {
    guard let identityTags, ResourceCatalog.aws.type(step.type)?.isTaggedOnCreate == true else { return false }
    return identityTags.instanceTag(of: found, type: step.type) != step.instance.identityTag(lineage: plan.lineage)
  }
}
