import ResourceCatalog
import StrataModel

extension Planning {
  /// Decides for each declared resource, producers before consumers, what becomes of it.
  mutating func decide(_ recordOfNode: [Int?]) {
    for (index, node) in graph.resources.enumerated() {
      values.decisions.append(decision(for: node, record: recordOfNode[index]))
    }
  }

  private mutating func decision(for node: ResourceNode, record position: Int?) -> NodeDecision {
    guard let position else {
      return node.adoptedIdentifier == nil ? create(node, .create, record: nil, because: "it is new") : adopt(node)
    }
    let record = table.records[position]
    if record.type != node.type {
      return replace(node, position, because: ["replaced because its type changed from \(record.type) to \(node.type)"], changes: [])
    }
    if let reason = placementChange(record.placement, node.placement) {
      return replace(node, position, because: ["replaced because \(reason)"], changes: [])
    }
    if node.isAction, let again = runsAgain(node, record, position) { return again }
    if options.replaced.contains(node.address) {
      return replace(node, position, because: ["replaced because --replace asks for it"], changes: [])
    }
    let read = observations.reads[record.instance]
    if read == .missing { return create(node, .recreate, record: position, because: "the object no longer exists") }
    return compare(node, record, position, read)
  }

  /// An action runs again where the user asks for it, and where its proof does not hold any more: there is nothing to make anew.
  private func runsAgain(_ node: ResourceNode, _ record: ResourceRecord, _ position: Int) -> NodeDecision? {
    let reason: String
    if options.replaced.contains(node.address) {
      reason = "run again because --replace asks for it"
    } else if observations.reads[record.instance] == .missing {
      reason = "its proof does not hold any more"
    } else {
      return nil
    }
    var decision = NodeDecision(action: .update, record: position, properties: node.properties, because: [reason])
    decision.ownedPaths = OwnedUnit.units(of: node.properties, shape: library[node.type].shape).map(\.path)
    return decision
  }

  private func placementChange(_ old: Placement, _ new: Placement) -> String? {
    if old.account != new.account { return "its account changed from \(old.account) to \(new.account)" }
    if old.region != new.region { return "its region changed from \(old.region) to \(new.region)" }
    if old.partition != new.partition { return "its partition changed from \(old.partition) to \(new.partition)" }
    return nil
  }

  // MARK: New incarnations

  private mutating func create(
    _ node: ResourceNode, _ action: NodeDecision.Action, record: Int?, because: String
  ) -> NodeDecision {
    var decision = NodeDecision(action: action, record: record, properties: node.properties, because: [because])
    chooseNewName(for: node, in: &decision)
    decision.ownedPaths = OwnedUnit.units(of: decision.properties, shape: library[node.type].shape).map(\.path)
    return decision
  }

  private mutating func replace(
    _ node: ResourceNode, _ record: Int, because: [String], changes: [PropertyChange], onlyIf: [PropertyPath] = []
  ) -> NodeDecision {
    var decision = create(node, .replace, record: record, because: "")
    decision.because = because
    decision.changes = changes
    decision.onlyIfChanged = onlyIf
    return decision
  }

  private func chooseNewName(for node: ResourceNode, in decision: inout NodeDecision) {
    guard let rule = library[node.type].facts.behavior.generatedName, node.properties[rule.property] == nil else { return }
    decision.properties[rule.property] = GeneratedNames.placeholder(for: node.address)
    decision.chosenName = rule.property
  }

  private mutating func adopt(_ node: ResourceNode) -> NodeDecision {
    var decision = NodeDecision(action: .adopt, record: nil, properties: node.properties)
    let identifier = node.adoptedIdentifier ?? ""
    decision.because = ["the existing object \(identifier) is taken over"]
    let entry = library[node.type]
    let units = OwnedUnit.units(of: node.properties, shape: entry.shape)
    decision.ownedPaths = units.map(\.path)
    switch observations.adoptions[node.address] {
    case nil: break
    case .missing?:
      diagnostics.append(
        Diagnostic(
          .error, code: "adopted-object-missing", "\(node.address) adopts \(identifier), and there is no such \(node.type)",
          remedy: "correct the identifier, or remove adopted(_:) to create the resource", at: node.source, address: node.address))
    case .found(let properties)?:
      decision.adopted = properties
      compareAdopted(node, units, properties, entry, &decision)
    }
    return decision
  }

  private mutating func compareAdopted(
    _ node: ResourceNode, _ units: [OwnedUnit], _ found: PropertyObject, _ entry: ShapeLibrary.Entry, _ decision: inout NodeDecision
  ) {
    for unit in units {
      let place = entry.shape.place(at: unit.path)
      let current = OwnedUnit.value(at: unit.path, in: found, shape: entry.shape)
      if ValueComparison.areEqual(values.substitute(unit.value), current, at: place, sides: .observed) { continue }
      let sensitive = place.facts.hides(unit.value)
      var change = PropertyChange(path: unit.path, kind: .set, before: current, after: unit.value, isSensitive: sensitive)
      if place.facts.isWriteOnly || current == nil {
        // What a read does not show cannot be compared: it is set, unless that is possible at creation only.
        if place.facts.mutability != .createOnly { decision.changes.append(change) }
        continue
      }
      change.forcesReplacement = ReplacementRule.forcesReplacement(change, type: node.type, facts: entry.facts, place: place)
      decision.changes.append(change)
      guard change.forcesReplacement else { continue }
      diagnostics.append(
        Diagnostic(
          .error, code: "adoption-would-replace",
          "\(node.address) cannot adopt \(node.adoptedIdentifier ?? ""): \(ReplacementRule.reason(change, type: node.type, facts: entry.facts, place: place)), and the object holds another value",
          remedy: "declare the value that the object has", at: node.source, address: node.address, path: unit.path))
    }
  }

  // MARK: Existing incarnations

  private mutating func compare(
    _ node: ResourceNode, _ record: ResourceRecord, _ position: Int, _ read: Observations.Read?
  ) -> NodeDecision {
    let entry = library[node.type]
    var decision = NodeDecision(action: .keep, record: position, properties: node.properties)
    keepName(node, record, entry.facts, &decision)
    if !node.lifecycle.ignoredPaths.isEmpty {
      decision.properties = IgnoredPaths.applying(
        node.lifecycle.ignoredPaths, to: decision.properties, recorded: record.inputs, shape: entry.shape)
    }
    if read == nil, record.secrets.isEmpty, decision.properties == record.inputs, bindingsHold(decision.properties, record) {
      decision.ownedPaths = record.ownedPaths
      return incompleteOrKept(decision, record)
    }
    var found: PropertyObject?
    if case .found(let properties)? = read { found = properties }
    var difference = DocumentDifference(
      type: node.type, entry: entry, record: record, found: found, secretDigests: observations.secretDigests,
      ignoredPaths: node.lifecycle.ignoredPaths)
    difference.compare(desired: decision.properties, values: &values)
    diagnostics += difference.diagnostics
    decision.ownedPaths = difference.ownedPaths
    guard !difference.changes.isEmpty else { return incompleteOrKept(decision, record) }
    return classify(node, position, entry, difference.changes, decision)
  }

  /// Whether every reference of a record still stands for what it stood for.
  private mutating func bindingsHold(_ properties: PropertyObject, _ record: ResourceRecord) -> Bool {
    if record.edges.isEmpty && record.bindings.isEmpty { return true }
    let document = PropertyValue.object(properties)
    for (path, before) in record.bindings {
      guard let value = document[path] else { return false }
      var openness = OpenReferences(in: value, of: record)
      openness.collect(&values)
      if openness.unknown != nil { return false }
      if openness.unavailable == nil, values.substitute(value) != before { return false }
    }
    return true
  }

  private func incompleteOrKept(_ decision: NodeDecision, _ record: ResourceRecord) -> NodeDecision {
    var decision = decision
    if !record.incompleteReasons.isEmpty {
      decision.action = .update
      decision.because = record.incompleteReasons.map { "an earlier run left it incomplete: \($0)" }
    } else if record.wait != nil {
      decision.action = .update
      decision.because = ["an earlier run was interrupted while it waited for the resource"]
    }
    return decision
  }

  private mutating func classify(
    _ node: ResourceNode, _ position: Int, _ entry: ShapeLibrary.Entry, _ changes: [PropertyChange], _ decision: NodeDecision
  ) -> NodeDecision {
    let forcing = changes.filter(\.forcesReplacement)
    guard !forcing.isEmpty else {
      var decision = decision
      decision.action = .update
      decision.changes = changes
      decision.because = changes.map(Self.sentence)
      if changes.allSatisfy({ $0.kind == .unknown }), table.records[position].incompleteReasons.isEmpty {
        decision.onlyIfChanged = changes.map(\.path)
      }
      return decision
    }
    let reasons = forcing.map { change in
      "replaced because \(ReplacementRule.reason(change, type: node.type, facts: entry.facts, place: entry.shape.place(at: change.path)))"
    }
    // One condition decides about the whole group, so it names every change; a change that is certain makes the replacement certain.
    let isConditional = changes.allSatisfy { $0.kind == .unknown } && table.records[position].incompleteReasons.isEmpty
    let onlyIf = isConditional ? changes.map(\.path) : []
    return replace(node, position, because: reasons, changes: changes, onlyIf: onlyIf)
  }

  /// Keeps the name that the engine chose for the recorded incarnation when the user gives none.
  private func keepName(_ node: ResourceNode, _ record: ResourceRecord, _ facts: TypeFacts, _ decision: inout NodeDecision) {
    guard let rule = facts.behavior.generatedName, node.properties[rule.property] == nil,
      let recorded = record.inputs[rule.property]?.stringValue
    else { return }
    decision.chosenName = rule.property
    if GeneratedNames.isChosen(recorded, for: record.instance, rule: rule) || node.adoptedIdentifier != nil {
      decision.properties[rule.property] = .string(recorded)
    } else {
      // The user gave a name earlier and gives none now: the engine's own takes its place.
      let name = GeneratedNames.name(
        environment: snapshot.environment, address: node.address, instance: record.instance, properties: node.properties, rule: rule)
      decision.properties[rule.property] = .string(name)
    }
  }

  /// One sentence about a change.
  static func sentence(_ change: PropertyChange) -> String {
    let cause = change.cause.map { " because \($0)" } ?? ""
    switch change.kind {
    case .set: return "\(change.path) changed\(cause)"
    case .remove: return "\(change.path) is no longer given"
    case .release: return "\(change.path) is no longer given, and AWS keeps its last value"
    case .repair: return "\(change.path) was changed outside of this program"
    case .unknown: return "\(change.path) may change\(cause)"
    }
  }
}
