extension Plan {
  /// The plan as a JSON document, from which ``init(json:)`` makes an equal plan.
  ///
  /// - Parameter showsSources: whether source positions and diagnostics are part of it; the digest leaves them out.
  func json(showsSources: Bool) -> PropertyObject {
    var object: PropertyObject = [
      "engine": .string(engine), "environment": .string(environment), "epoch": .integer(epoch), "format": .integer(format),
      "graphDigest": .string(graphDigest), "lineage": .string(lineage), "observationsDigest": .string(observationsDigest),
      "reservedGenerations": [.integer(reservedGenerations.lowerBound), .integer(reservedGenerations.upperBound)],
      "serial": .integer(serial),
    ]
    object.setFlag("destroy", isDestroy)
    object.setList("acknowledgements", requiredAcknowledgements.map { $0.json(showsSources: showsSources) })
    object.setList("changedOutputs", changedOutputs.map(PropertyValue.string))
    object.setList("changedLookups", changedLookups.map(\.json))
    object.setProperties("lookups", PropertyObject(lookups.map { ($0.key, $0.value) }))
    if let unsupported { object["unsupported"] = .array(unsupported.map(\.json)) }
    object.setList("moves", moves.map { .array([.string($0.from.path), .string($0.to.path)]) })
    object.setList("outputs", outputs.map { $0.json(showsSources: showsSources) })
    object.setList("placements", placements.map(\.json))
    object.setList("refreshed", refreshed.map(\.json))
    object.setList("reinstated", reinstated.map(\.json))
    object["rollbackTo"] = rollbackSerial.map { .integer($0) }
    object["selection"] = selection?.json
    object.setList("steps", steps.map { .object($0.json(showsSources: showsSources)) })
    if showsSources { object.setList("diagnostics", diagnostics.map(\.json)) }
    return object
  }

  /// The digest of all that the plan does and is bound to; source positions and diagnostics are no part of it.
  public var digest: String { Digest.hexadecimal(JSONWriter.text(of: .object(json(showsSources: false)))) }

  /// Creates a plan from its document.
  init(json: PropertyObject) throws(CodingFailure) {
    let fields = try FieldReader(.object(json), "the plan")
    let generations = try fields.elements("reservedGenerations")
    guard generations.count == 2, let first = generations[0].integerValue, let end = generations[1].integerValue, first <= end else {
      throw fields.failure("reservedGenerations")
    }
    var snapshot = StateSnapshot(
      lineage: try fields.string("lineage"), environment: try fields.string("environment"), engine: try fields.string("engine"))
    snapshot.serial = try fields.integer("serial")
    snapshot.epoch = try fields.integer("epoch")
    self.init(for: snapshot, engine: snapshot.engine)
    format = try fields.integer("format")
    graphDigest = try fields.string("graphDigest")
    observationsDigest = try fields.string("observationsDigest")
    reservedGenerations = first..<end
    isDestroy = try fields.flag("destroy")
    requiredAcknowledgements = try fields.list("acknowledgements", Acknowledgement.init(json:))
    changedOutputs = try fields.strings("changedOutputs")
    changedLookups = try fields.list("changedLookups", LookupChange.init(json:))
    lookups = Dictionary(uniqueKeysWithValues: try fields.properties("lookups").fields.map { ($0.key, $0.value) })
    if fields.object["unsupported"] != nil { unsupported = try fields.list("unsupported", UnsupportedResource.init(json:)) }
    moves = try fields.list("moves", Move.init(json:))
    outputs = try fields.list("outputs", OutputDeclaration.init(json:))
    rollbackSerial = try fields.optionalInteger("rollbackTo")
    refreshed = try fields.list("refreshed", Refreshed.init(json:))
    reinstated = try fields.list("reinstated", Reinstatement.init(json:))
    if let value = fields.object["selection"] { selection = try Selection(json: value) }
    placements = try fields.list("placements") { value throws(CodingFailure) in try Placement(json: value) }
    steps = try fields.list("steps", PlanStep.init(json:))
    diagnostics = try fields.list("diagnostics", Diagnostic.init(json:))
    try checkReferences()
  }

  /// Steps refer to each other by position: a file in which one does not exist is damaged, and must not lead to a crash later.
  private func checkReferences() throws(CodingFailure) {
    for (index, step) in steps.enumerated() {
      let others = step.needs.map(\.step) + [step.counterpart].compactMap { $0 }
      guard step.id == index, others.allSatisfy(steps.indices.contains) else {
        throw CodingFailure(.malformed, "step \(index) of the plan refers to a step that does not exist")
      }
    }
    guard requiredAcknowledgements.allSatisfy({ steps.indices.contains($0.step) }) else {
      throw CodingFailure(.malformed, "an acknowledgement of the plan refers to a step that does not exist")
    }
    guard executionOrder().count == steps.count else { throw CodingFailure(.malformed, "the steps of the plan wait for each other") }
  }
}

extension Plan.Move {
  init(json: PropertyValue) throws(CodingFailure) {
    guard let pair = json.arrayValue, pair.count == 2, let from = pair[0].stringValue, let to = pair[1].stringValue else {
      throw CodingFailure(.malformed, "a move of the plan is malformed")
    }
    self.init(from: ResourceAddress(from), to: ResourceAddress(to))
  }
}

extension Plan.LookupChange {
  var json: PropertyValue {
    var object: PropertyObject = ["after": after, "key": .string(key)]
    object["before"] = before
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a lookup of the plan")
    guard let after = fields.object["after"] else { throw fields.failure("after") }
    self.init(key: try fields.string("key"), before: fields.object["before"], after: after)
  }
}

extension Plan.Reinstatement {
  var json: PropertyValue {
    var object: PropertyObject = ["address": .string(address.path), "instance": .string(instance.text)]
    object["record"] = record?.json
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a reinstatement of the plan")
    self.init(InstanceID(try fields.string("instance")), at: ResourceAddress(try fields.string("address")))
    if let value = fields.object["record"] { record = try ResourceRecord(json: value) }
  }
}

extension Plan.Refreshed {
  var json: PropertyValue {
    [
      "address": .string(address.path), "attributes": .array(attributes.map(PropertyValue.string)), "baseline": baseline.json,
      "instance": .string(instance.text),
    ]
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a refreshed object of the plan")
    self.init(
      InstanceID(try fields.string("instance")), at: ResourceAddress(try fields.string("address")),
      attributes: try fields.strings("attributes"), baseline: try JournalEntry.Baseline(json: fields.object["baseline"] ?? .null))
  }
}

extension Plan.Acknowledgement {
  func json(showsSources: Bool) -> PropertyValue {
    var object: PropertyObject = [
      "address": .string(address.path), "reason": .string(reason.rawValue), "step": .integer(step), "type": .string(type),
    ]
    if showsSources, let source { object["source"] = source.json }
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "an acknowledgement of the plan")
    var source: SourceLocation?
    if let value = fields.object["source"] { source = try SourceLocation(json: value) }
    self.init(
      address: ResourceAddress(try fields.string("address")), type: try fields.string("type"), reason: try fields.choice("reason"),
      step: try fields.integer("step"), source: source)
  }
}

extension OutputDeclaration {
  func json(showsSources: Bool) -> PropertyValue {
    var object: PropertyObject = ["key": .string(key), "value": value]
    object.setFlag("sensitive", isSensitive)
    if showsSources { object["source"] = source.json }
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "an output of the plan")
    guard let value = fields.object["value"] else { throw fields.failure("value") }
    self.init(
      key: try fields.string("key"), value: value, isSensitive: try fields.flag("sensitive"),
      source: try SourceLocation(json: fields.object["source"]))
  }
}
