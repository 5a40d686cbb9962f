extension Diagnostic {
  /// The diagnostic as a JSON document; what is absent is left out.
  public var json: PropertyValue {
    var object: PropertyObject = ["code": .string(code), "message": .string(message), "severity": .string(severity.rawValue)]
    object.set("address", address?.path)
    object["location"] = location?.json
    object.setList("notes", notes.map(\.json))
    object["path"] = path?.json
    object.set("remedy", remedy)
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a diagnostic")
    var location: SourceLocation?
    if let value = fields.object["location"] { location = try SourceLocation(json: value) }
    self.init(
      try fields.choice("severity"), code: try fields.string("code"), try fields.string("message"),
      remedy: try fields.optionalString("remedy"), at: location,
      address: try fields.optionalString("address").map { ResourceAddress($0) },
      path: fields.object["path"].flatMap(PropertyPath.init(json:)),
      notes: try fields.list("notes", Note.init(json:)))
  }
}

extension Diagnostic.Note {
  var json: PropertyValue {
    var object: PropertyObject = ["message": .string(message)]
    object["location"] = location?.json
    return .object(object)
  }

  init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a diagnostic's note")
    var location: SourceLocation?
    if let value = fields.object["location"] { location = try SourceLocation(json: value) }
    self.init(try fields.string("message"), at: location)
  }
}
