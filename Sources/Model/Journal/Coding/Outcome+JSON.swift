extension JournalEntry.Acceptance {
  package var json: PropertyValue {
    var object = PropertyObject()
    object["handle"] = handle
    object.set("identifier", identifier)
    object.set("waitToken", waitToken)
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "an acceptance")
    self.init(
      identifier: try fields.optionalString("identifier"), handle: fields.object["handle"],
      waitToken: try fields.optionalString("waitToken"))
  }
}

extension JournalEntry.Outcome {
  package var json: PropertyValue {
    var object = PropertyObject()
    object.setProperties("attributes", attributes)
    object.set("error", error)
    object["handle"] = handle
    object.set("identifier", identifier)
    object.setPairs("observed", observed) { $0 }
    switch result {
    case .partial(let reasons): object["reasons"] = .array(reasons.map(PropertyValue.string))
    default: break
    }
    object["result"] = .string(result.name)
    object.setFlag("undecided", !isDefinite)
    if case .pendingDeletion(let date) = result { object["until"] = .integer(date) }
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "an outcome")
    let result: Result =
      switch try fields.string("result") {
      case "done": .done
      case "gone": .gone
      case "retained": .retained
      case "failed": .failed
      case "partial": .partial(reasons: try fields.strings("reasons"))
      case "pendingDeletion": .pendingDeletion(until: try fields.integer("until"))
      default: throw fields.failure("result")
      }
    self.init(
      result, identifier: try fields.optionalString("identifier"), handle: fields.object["handle"],
      attributes: try fields.properties("attributes"), observed: try fields.pairs("observed") { $0 },
      error: try fields.optionalString("error"), isDefinite: !(try fields.flag("undecided")))
  }
}

extension JournalEntry.Outcome.Result {
  fileprivate var name: String {
    switch self {
    case .done: "done"
    case .gone: "gone"
    case .retained: "retained"
    case .failed: "failed"
    case .partial: "partial"
    case .pendingDeletion: "pendingDeletion"
    }
  }
}

extension JournalEntry.Metadata {
  package var json: PropertyValue {
    var object = PropertyObject()
    object.setPairs("bindings", bindings) { $0 }
    object.setList("edges", edges.map(\.json))
    object["inputs"] = .object(inputs)
    object.setProperties("lifecycle", lifecycle.json)
    object.setList("owned", ownedPaths.map(\.json))
    object.setPairs("secrets", secrets, \.json)
    object["source"] = source.json
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a note")
    self.init(
      edges: try fields.list("edges", RecordedEdge.init(json:)), lifecycle: try Lifecycle(json: try fields.properties("lifecycle")),
      inputs: try fields.properties("inputs"), bindings: try fields.pairs("bindings") { $0 },
      ownedPaths: try fields.list("owned", PropertyPath.decode),
      secrets: try fields.pairs("secrets", ResourceRecord.SecretRecord.init(json:)),
      source: try SourceLocation(json: fields.object["source"]))
  }
}

extension JournalEntry.RunStart {
  package var json: PropertyValue {
    var object: PropertyObject = [
      "command": .string(command), "engine": .string(engine), "generationsEnd": .integer(reservedGenerationsEnd), "host": .string(host),
    ]
    if let unsupported { object["unsupported"] = .array(unsupported.map(\.json)) }
    object.set("plan", planDigest)
    object.set("principal", principal)
    object["rollbackTo"] = rollbackSerial.map { .integer($0) }
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a run's beginning")
    self.init(
      engine: try fields.string("engine"), command: try fields.string("command"), planDigest: try fields.optionalString("plan"),
      principal: try fields.optionalString("principal"), host: try fields.string("host"),
      reservedGenerationsEnd: try fields.integer("generationsEnd"), rollbackSerial: try fields.optionalInteger("rollbackTo"))
    if fields.object["unsupported"] != nil { unsupported = try fields.list("unsupported", UnsupportedResource.init(json:)) }
  }
}

extension JournalEntry.RunEnd {
  package var json: PropertyValue {
    var object: PropertyObject = ["created": .integer(created), "deleted": .integer(deleted), "failed": .integer(failed)]
    if acted > 0 { object["acted"] = .integer(acted) }
    object.setFlag("interrupted", isInterrupted)
    object["skipped"] = .integer(skipped)
    object["updated"] = .integer(updated)
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    self.init()
    let fields = try FieldReader(json, "a run's end")
    created = try fields.integer("created")
    updated = try fields.integer("updated")
    deleted = try fields.integer("deleted")
    failed = try fields.integer("failed")
    skipped = try fields.integer("skipped")
    acted = try fields.optionalInteger("acted") ?? 0
    isInterrupted = try fields.flag("interrupted")
  }
}
