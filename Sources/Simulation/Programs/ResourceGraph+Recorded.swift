package import StrataModel

extension ResourceGraph {
  /// Creates a graph from its JSON text, as `synth` writes it.
  ///
  /// - Throws: ``CodingFailure`` or a failure of the JSON reader, for a text that is no graph.
  package init(jsonText bytes: [UInt8]) throws {
    let fields = try FieldReader(try JSONReader.value(of: bytes), "the graph")
    self.init(
      environment: try fields.string("environment"), resources: try fields.list("resources", ResourceNode.init(document:)),
      outputs: try fields.list("outputs", OutputDeclaration.init(document:)))
  }
}

extension ResourceNode {
  fileprivate init(document: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(document, "a resource")
    self.init(
      address: ResourceAddress(try fields.string("address")), type: try fields.string("type"),
      placement: try Placement(document: fields.object["placement"]), properties: try fields.properties("properties"),
      lifecycle: try Lifecycle(document: .object(try fields.properties("lifecycle"))),
      dependencies: try fields.list("dependencies", Dependency.init(document:)),
      renamedFrom: try fields.strings("renamedFrom").map { ResourceAddress($0) },
      adoptedIdentifier: try fields.optionalString("adopts"), source: try SourceLocation(document: fields.object["source"]))
  }
}

extension OutputDeclaration {
  fileprivate init(document: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(document, "an output")
    guard let value = fields.object["value"] else { throw fields.failure("value") }
    self.init(
      key: try fields.string("key"), value: value, isSensitive: try fields.flag("sensitive"),
      source: try SourceLocation(document: fields.object["source"]))
  }
}

extension Placement {
  fileprivate init(document: PropertyValue?) throws(CodingFailure) {
    let fields = try FieldReader(document, "a placement")
    self.init(
      account: try fields.string("account"), region: try fields.string("region"), partition: try fields.string("partition"),
      roleChain: try fields.strings("roleChain"))
  }
}

extension Dependency {
  fileprivate init(document: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(document, "a dependency")
    self.init(
      on: ResourceAddress(try fields.string("on")),
      readiness: fields.object["readiness"] == nil ? .stable : try fields.choice("readiness"),
      paths: try fields.strings("paths").compactMap { PropertyPath(parsing: $0) })
  }
}

extension Lifecycle {
  fileprivate init(document: PropertyValue) throws(CodingFailure) {
    self.init()
    let fields = try FieldReader(document, "a lifecycle")
    isDeletedFirst = try fields.flag("deletedFirst")
    holdsData = try fields.flag("holdsData")
    ignoredPaths = try fields.strings("ignoring").compactMap { PropertyPath(parsing: $0) }
    isProtected = try fields.flag("protected")
    isRetained = try fields.flag("retained")
  }
}

extension SourceLocation {
  /// A recorded graph may leave places out.
  fileprivate init(document: PropertyValue?) throws(CodingFailure) {
    guard let document else {
      self.init(fileID: "recorded", line: 0)
      return
    }
    let fields = try FieldReader(document, "a place in the source")
    self.init(fileID: try fields.string("file"), line: try fields.integer("line"), column: try fields.optionalInteger("column") ?? 0)
  }
}
