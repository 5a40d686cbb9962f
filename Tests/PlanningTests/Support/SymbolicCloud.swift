import StrataModel

/// Applies a plan to a state as a faultless cloud would: attributes are made up from instance and revision.
enum SymbolicCloud {
  /// - Parameter failing: steps whose calls are refused; what waits for them is not done either.
  static func apply(_ plan: Plan, to state: StateSnapshot, failing: Set<Int> = []) -> StateSnapshot {
    var run = Run(state: state)
    for change in plan.reinstated { run.reinstate(change) }
    for move in plan.moves { run.move(move) }
    var undone = failing
    for id in plan.executionOrder() {
      let step = plan.steps[id]
      if undone.contains(id) || step.needs.contains(where: { undone.contains($0.step) }) {
        undone.insert(id)
      } else {
        run.perform(step, in: plan)
      }
    }
    run.state.nextGeneration = max(state.nextGeneration, plan.reservedGenerations.upperBound)
    if plan.selection == nil, undone.isEmpty { run.state.outputs = [:] }
    if undone.isEmpty { for key in plan.changedOutputs { run.state.outputs[key] = nil } }
    for output in plan.outputs where run.resolve(output.value).isLiteral {
      run.state.outputs[output.key] = OutputRecord(
        value: run.resolve(output.value), isSensitive: output.isSensitive, expression: output.value.isLiteral ? nil : output.value)
    }
    run.state.serial += plan.steps.count + 1
    return run.state
  }

  struct Run {
    var state: StateSnapshot
    var skipped = Set<Int>()

    mutating func reinstate(_ change: Plan.Reinstatement) {
      for (other, record) in state.records where record.address == change.address && record.status == .current {
        state.records[other]?.status = .deposed
      }
      if let record = change.record { state.records[change.instance] = record }
      state.records[change.instance]?.address = change.address
      state.records[change.instance]?.status = .current
    }

    mutating func move(_ move: Plan.Move) {
      for (instance, record) in state.records where record.address == move.from && record.status == .current {
        state.records[instance]?.address = move.to
      }
    }

    func resolve(_ value: PropertyValue) -> PropertyValue {
      value.substituting { reference in
        let record = state.records.values.first { $0.address == reference.address && $0.status == .current }
        guard let record else { return nil }
        return record.attributes[reference.attribute] ?? record.inputs[reference.attribute].map(resolve)
      }
    }

    mutating func perform(_ step: PlanStep, in plan: Plan) {
      if !step.onlyIfChanged.isEmpty, !differs(step, in: plan) {
        skipped.insert(step.id)
        if step.operation != .delete { recordDocument(step) }
        return
      }
      switch step.operation {
      case .keep: break
      case .create, .adopt: create(step)
      case .update, .note: change(step)
      case .delete, .forget: state.records[step.instance] = nil
      }
    }

    /// Whether a condition holds: a value that was not known differs from what was applied.
    private func differs(_ step: PlanStep, in plan: Plan) -> Bool {
      if step.operation == .delete { return !(step.counterpart.map(skipped.contains) ?? false) }
      guard let desired = step.desired else { return true }
      let old = state.records.values.first { $0.address == step.address && $0.status == .current }
      return step.onlyIfChanged.contains { path in
        PropertyValue.object(desired.properties)[path].map(resolve) != old?.bindings[path]
      }
    }

    /// What a step whose condition does not hold still records on the incarnation that stays: all that the program says now.
    private mutating func recordDocument(_ step: PlanStep) {
      guard let desired = step.desired else { return }
      let edges = current(step.edges)
      for (instance, var record) in state.records where record.address == step.address && record.status == .current {
        var properties = desired.properties
        for name in step.chosenNames { properties[name] = record.inputs[name] }
        record.inputs = properties
        record.bindings = [:]
        for (path, value) in Self.bindings(of: .object(properties), at: .root) { record.bindings[path] = resolve(value) }
        record.ownedPaths = step.ownedPaths
        record.edges = edges
        record.lifecycle = desired.lifecycle
        state.records[instance] = record
      }
    }

    /// Edges by the incarnations that stand: a conditional replacement that did not happen leaves its address to the old one.
    private func current(_ edges: [RecordedEdge]) -> [RecordedEdge] {
      edges.map { edge in
        var edge = edge
        if let current = state.records.values.first(where: { $0.address == edge.address && $0.status == .current }) {
          edge.instance = current.instance
        }
        return edge
      }
    }

    private mutating func create(_ step: PlanStep) {
      for (instance, record) in state.records where record.address == step.address && record.status == .current {
        state.records[instance]?.status = .deposed
      }
      var record = ResourceRecord(
        address: step.address, type: step.type, placement: step.placement, instance: step.instance, generation: step.generation,
        source: step.source)
      record.identifier = step.desired?.adoptedIdentifier ?? "id-\(step.instance)"
      state.records[step.instance] = record
      change(step)
    }

    private mutating func change(_ step: PlanStep) {
      guard var record = state.records[step.instance], let desired = step.desired else { return }
      if step.operation != .note { record.revision += 1 }
      record.inputs = desired.properties
      record.bindings = [:]
      for (path, value) in Self.bindings(of: .object(desired.properties), at: .root) { record.bindings[path] = resolve(value) }
      record.ownedPaths = step.ownedPaths
      record.edges = current(step.edges)
      record.lifecycle = desired.lifecycle
      record.incompleteReasons = []
      record.attributes["Id"] = .string("id-\(step.instance)")
      record.attributes["Version"] = .integer(record.revision)
      if let name = desired.properties["Name"]?.stringValue { record.attributes["Arn"] = .string("arn:aws:s3:::\(name)") }
      state.records[step.instance] = record
    }

    private static func bindings(of value: PropertyValue, at path: PropertyPath) -> [(PropertyPath, PropertyValue)] {
      switch value {
      case .reference, .expression: [(path, value)]
      case .array(let elements): elements.enumerated().flatMap { bindings(of: $0.element, at: path.appending(index: $0.offset)) }
      case .object(let object): object.fields.flatMap { bindings(of: $0.value, at: path.appending(key: $0.key)) }
      default: []
      }
    }
  }
}

extension SymbolicCloud {
  /// Applies a first plan in linear time, for measurements.
  static func applyQuickly(_ plan: Plan, to state: StateSnapshot) -> StateSnapshot {
    var state = state
    var recordByAddress: [ResourceAddress: ResourceRecord] = [:]
    for step in plan.steps {
      guard let desired = step.desired else { continue }
      var record = ResourceRecord(
        address: step.address, type: step.type, placement: step.placement, instance: step.instance, generation: step.generation,
        source: step.source)
      record.identifier = "id-\(step.instance)"
      record.inputs = desired.properties
      record.ownedPaths = step.ownedPaths
      record.edges = step.edges
      record.lifecycle = desired.lifecycle
      for name in ["Arn", "VpcId", "KeyId"] where desired.properties[name] == nil {
        record.attributes[name] = .string("\(name)-\(step.instance)")
      }
      PropertyValue.object(desired.properties).forEachReference { reference, path in
        let producer = recordByAddress[reference.address]
        record.bindings[path] = producer?.attributes[reference.attribute] ?? producer?.inputs[reference.attribute]
      }
      recordByAddress[step.address] = record
      state.records[step.instance] = record
    }
    state.nextGeneration = plan.reservedGenerations.upperBound
    return state
  }
}
