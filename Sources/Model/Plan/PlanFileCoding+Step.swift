extension PlanStep {
  func json(showsSources: Bool) -> PropertyObject {
    var object: PropertyObject = [
      "address": .string(address.path), "generation": .integer(generation), "id": .integer(id), "instance": .string(instance.text),
      "operation": .string(operation.rawValue), "placement": placement.json, "type": .string(type),
    ]
    object.setList("because", because.map(PropertyValue.string))
    object.setList("changes", changes.map(\.json))
    object.setList("chosenNames", chosenNames.map(PropertyValue.string))
    object.set("counterpart", counterpart)
    if let desired { object["desired"] = .object(desired.json(showsSources: showsSources)) }
    object.setList("edges", edges.map(\.json))
    if estimate != 0 { object["estimate"] = .integer(estimate) }
    object.setFlag("hasRecord", hasRecord)
    object.setList("markers", markers.map { .string($0.rawValue) })
    object.setList("needs", needs.map(\.json))
    object.setList("onlyIfChanged", onlyIfChanged.map(\.json))
    object.setList("owned", ownedPaths.map(\.json))
    if revision != 0 { object["revision"] = .integer(revision) }
    if showsSources { object["source"] = source.json }
    return object
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, json["address"]?.stringValue.map { "the step of \($0)" } ?? "a step of the plan")
    var desired: ResourceNode?
    if let value = fields.object["desired"] { desired = try ResourceNode(json: value) }
    self.init(
      id: try fields.integer("id"), operation: try fields.choice("operation"),
      address: ResourceAddress(try fields.string("address")), type: try fields.string("type"),
      placement: try Placement(json: fields.object["placement"]), instance: InstanceID(try fields.string("instance")),
      generation: try fields.integer("generation"), desired: desired, hasRecord: try fields.flag("hasRecord"),
      source: try SourceLocation(json: fields.object["source"]))
    changes = try fields.list("changes", PropertyChange.init(json:))
    because = try fields.strings("because")
    onlyIfChanged = try fields.list("onlyIfChanged", PropertyPath.decode)
    needs = try fields.list("needs", Need.init(json:))
    markers = try fields.list("markers") { value throws(CodingFailure) in
      guard let marker = value.stringValue.flatMap(Marker.init(rawValue:)) else { throw fields.failure("markers") }
      return marker
    }
    counterpart = try fields.optionalInteger("counterpart")
    ownedPaths = try fields.list("owned", PropertyPath.decode)
    edges = try fields.list("edges", RecordedEdge.init(json:))
    chosenNames = try fields.strings("chosenNames")
    revision = try fields.optionalInteger("revision") ?? 0
    estimate = try fields.optionalInteger("estimate") ?? 0
  }
}

extension PlanStep.Need {
  /// A bare number for the usual readiness.
  var json: PropertyValue { readiness == .stable ? .integer(step) : [.integer(step), .string(readiness.rawValue)] }

  init(json: PropertyValue) throws(CodingFailure) {
    if let step = json.integerValue {
      self.init(step)
    } else if let pair = json.arrayValue, pair.count == 2, let step = pair[0].integerValue,
      let readiness = pair[1].stringValue.flatMap(Dependency.Readiness.init(rawValue:))
    {
      self.init(step, readiness: readiness)
    } else {
      throw CodingFailure(.malformed, "a need of a step is malformed")
    }
  }
}

extension PropertyChange {
  var json: PropertyValue {
    var object: PropertyObject = ["kind": .string(kind.rawValue), "path": path.json]
    object["after"] = after
    object["before"] = before
    object.set("cause", cause)
    object.setFlag("forcesReplacement", forcesReplacement)
    object.setFlag("sensitive", isSensitive)
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a change of a step")
    guard let path = fields.object["path"].flatMap(PropertyPath.init(json:)) else { throw fields.failure("path") }
    self.init(
      path: path, kind: try fields.choice("kind"), before: fields.object["before"], after: fields.object["after"],
      forcesReplacement: try fields.flag("forcesReplacement"), isSensitive: try fields.flag("sensitive"),
      cause: try fields.optionalString("cause"))
  }
}

extension ResourceNode {
  func json(showsSources: Bool) -> PropertyObject {
    var object: PropertyObject = ["address": .string(address.path), "placement": placement.json, "type": .string(type)]
    object.set("adopts", adoptedIdentifier)
    object.setList("dependencies", dependencies.map(\.json))
    object.setProperties("lifecycle", lifecycle.json)
    object.setProperties("properties", properties)
    object.setList("renamedFrom", renamedFrom.map { .string($0.path) })
    if showsSources { object["source"] = source.json }
    return object
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "the declaration of a step")
    self.init(
      address: ResourceAddress(try fields.string("address")), type: try fields.string("type"),
      placement: try Placement(json: fields.object["placement"]), properties: try fields.properties("properties"),
      lifecycle: try Lifecycle(json: try fields.properties("lifecycle")),
      dependencies: try fields.list("dependencies", Dependency.init(json:)),
      renamedFrom: try fields.strings("renamedFrom").map { ResourceAddress($0) }, adoptedIdentifier: try fields.optionalString("adopts"),
      source: try SourceLocation(json: fields.object["source"]))
  }
}

extension Dependency {
  var json: PropertyValue {
    var object: PropertyObject = ["on": .string(address.path)]
    if readiness != .stable { object["readiness"] = .string(readiness.rawValue) }
    object.setList("paths", paths.map(\.json))
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a dependency")
    self.init(
      on: ResourceAddress(try fields.string("on")),
      readiness: fields.object["readiness"] == nil ? .stable : try fields.choice("readiness"),
      paths: try fields.list("paths", PropertyPath.decode))
  }
}
