extension Intent {
  /// The intent as a stored document; what is empty is left out, and secrets are markers.
  package var json: PropertyValue {
    var object: PropertyObject = [
      "address": .string(address.path), "attempt": .integer(attempt),
    ]
    object.setPairs("bindings", bindings) { $0 }
    object["class"] = .string(apiClass)
    object["deadline"] = .integer(deadline)
    object.set("digest", requestDigest.isEmpty ? nil : requestDigest)
    object.setList("edges", edges.map(\.json))
    object["generation"] = .integer(generation)
    object["handle"] = handle
    object.set("identifier", identifier)
    object.setProperties("inputs", inputs)
    object["instance"] = .string(instance.text)
    object.setProperties("lifecycle", lifecycle.json)
    object["operation"] = .string(operation.rawValue)
    object.setList("owned", ownedPaths.map(\.json))
    object["placement"] = placement.json
    if let precheckedAbsent { object["precheckedAbsent"] = .bool(precheckedAbsent) }
    if let previous { object["previous"] = .object(previous) }
    object.setProperties("request", request)
    object["route"] = route.json
    object.setPairs("secrets", secrets, \.json)
    object["sendBy"] = .integer(sendBy)
    object["source"] = source.json
    object["step"] = .integer(step)
    object.set("token", token)
    object["type"] = .string(type)
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let subject = json["address"]?.stringValue.map { "the intent of \($0)" } ?? "an intent"
    let fields = try FieldReader(json, subject)
    self.init(
      step: try fields.integer("step"), operation: try fields.choice("operation"), address: ResourceAddress(try fields.string("address")),
      instance: InstanceID(try fields.string("instance")), generation: try fields.integer("generation"), type: try fields.string("type"),
      placement: try Placement(json: fields.object["placement"]), route: try ResourceRecord.Route(json: fields.object["route"]),
      apiClass: try fields.string("class"), source: try SourceLocation(json: fields.object["source"]))
    token = try fields.optionalString("token")
    attempt = try fields.integer("attempt")
    identifier = try fields.optionalString("identifier")
    handle = fields.object["handle"]
    request = try fields.properties("request")
    previous = try fields.optionalProperties("previous")
    requestDigest = try fields.optionalString("digest") ?? ""
    precheckedAbsent = try fields.optionalFlag("precheckedAbsent")
    inputs = try fields.properties("inputs")
    bindings = try fields.pairs("bindings") { $0 }
    ownedPaths = try fields.list("owned", PropertyPath.decode)
    secrets = try fields.pairs("secrets", ResourceRecord.SecretRecord.init(json:))
    edges = try fields.list("edges", RecordedEdge.init(json:))
    lifecycle = try Lifecycle(json: try fields.properties("lifecycle"))
    sendBy = try fields.integer("sendBy")
    deadline = try fields.integer("deadline")
  }
}

extension OpenIntent {
  package var json: PropertyValue {
    var object = PropertyObject()
    if let accepted { object["accepted"] = accepted.json }
    object["at"] = .integer(at)
    object.set("error", error)
    object["intent"] = intent.json
    object["run"] = .string(run)
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "an open intent")
    guard let intent = fields.object["intent"] else { throw fields.failure("intent") }
    self.init(run: try fields.string("run"), at: try fields.integer("at"), intent: try Intent(json: intent))
    if let accepted = fields.object["accepted"] { self.accepted = try JournalEntry.Acceptance(json: accepted) }
    error = try fields.optionalString("error")
  }
}
