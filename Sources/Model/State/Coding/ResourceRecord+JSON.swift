extension ResourceRecord {
  /// The record as a stored document; what is empty is left out.
  public var json: PropertyValue {
    var object: PropertyObject = ["address": .string(address.path)]
    object.setProperties("attributes", attributes)
    object.setFlag("baseline", hasBaseline)
    object.setPairs("bindings", bindings) { $0 }
    object["createdAt"] = .integer(createdAt)
    object.setList("edges", edges.map(\.json))
    object["generation"] = .integer(generation)
    object["handle"] = handle
    object.set("identifier", identifier)
    object.setList("incomplete", incompleteReasons.map(PropertyValue.string))
    object["inputs"] = .object(inputs)
    object["instance"] = .string(instance.text)
    object.setProperties("lifecycle", lifecycle.json)
    object.setPairs("observed", observed) { $0 }
    object["observedAt"] = .integer(observedAt)
    object.setList("owned", ownedPaths.map(\.json))
    object["placement"] = placement.json
    object["revision"] = .integer(revision)
    object["route"] = route.json
    object.setPairs("secrets", secrets, \.json)
    object["source"] = source.json
    object["status"] = status.json
    object.setFlag("takenOver", isTakenOver)
    object["type"] = .string(type)
    object.setFlag("unsupported", isUnsupported)
    object.setFlag("untagged", lacksIdentityTags)
    object["updatedAt"] = .integer(updatedAt)
    if let wait {
      object["wait"] = ["deadline": .integer(wait.deadline), "since": .integer(wait.since), "token": .string(wait.token)]
    }
    return .object(object)
  }

  /// Creates a record from its stored document.
  ///
  /// - Throws: ``CodingFailure`` that names the field which is missing or of the wrong kind.
  public init(json: PropertyValue) throws(CodingFailure) {
    let subject = json["address"]?.stringValue.map { "the record of \($0)" } ?? "a record"
    let fields = try FieldReader(json, subject)
    self.init(
      address: ResourceAddress(try fields.string("address")), type: try fields.string("type"),
      placement: try Placement(json: fields.object["placement"]), instance: InstanceID(try fields.string("instance")),
      generation: try fields.integer("generation"), source: try SourceLocation(json: fields.object["source"]))
    status = try Status(json: fields.object["status"])
    createdAt = try fields.integer("createdAt")
    updatedAt = try fields.integer("updatedAt")
    identifier = try fields.optionalString("identifier")
    handle = fields.object["handle"]
    route = try Route(json: fields.object["route"])
    inputs = try fields.properties("inputs")
    bindings = try fields.pairs("bindings") { $0 }
    ownedPaths = try fields.list("owned", PropertyPath.decode)
    revision = try fields.integer("revision")
    secrets = try fields.pairs("secrets", SecretRecord.init(json:))
    attributes = try fields.properties("attributes")
    observed = try fields.pairs("observed") { $0 }
    observedAt = try fields.integer("observedAt")
    hasBaseline = try fields.flag("baseline")
    edges = try fields.list("edges", RecordedEdge.init(json:))
    lifecycle = try Lifecycle(json: try fields.properties("lifecycle"))
    incompleteReasons = try fields.strings("incomplete")
    lacksIdentityTags = try fields.flag("untagged")
    isTakenOver = try fields.flag("takenOver")
    isUnsupported = try fields.flag("unsupported")
    if let value = fields.object["wait"] {
      let wait = try FieldReader(value, "the wait of \(address)")
      self.wait = Wait(token: try wait.string("token"), since: try wait.integer("since"), deadline: try wait.integer("deadline"))
    }
  }
}

extension ResourceRecord.Status {
  var json: PropertyValue {
    switch self {
    case .current: "current"
    case .deposed: "deposed"
    case .pendingDeletion(let date): ["pendingDeletion": .integer(date)]
    }
  }

  init(json: PropertyValue?) throws(CodingFailure) {
    switch json {
    case "current": self = .current
    case "deposed": self = .deposed
    case .object(let object)?:
      guard let date = object["pendingDeletion"]?.integerValue else { throw CodingFailure(.malformed, "a record's status is malformed") }
      self = .pendingDeletion(until: date)
    default: throw CodingFailure(.malformed, "a record's status is malformed")
    }
  }
}

extension OutputRecord {
  package var json: PropertyValue {
    var object: PropertyObject = ["value": value]
    object["expression"] = expression
    object.setFlag("sensitive", isSensitive)
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "an output")
    guard let value = fields.object["value"] else { throw fields.failure("value") }
    self.init(value: value, isSensitive: try fields.flag("sensitive"), expression: fields.object["expression"])
  }
}
