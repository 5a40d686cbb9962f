extension PropertyPath {
  /// A single key as text, every other path as the list of its keys and indices: exact for all keys.
  package var json: PropertyValue {
    if components.count == 1, case .key(let key) = components[0] { return .string(key) }
    return .array(
      components.map { component in
        switch component {
        case .key(let key): .string(key)
        case .index(let index): .integer(index)
        }
      })
  }

  package init?(json: PropertyValue) {
    switch json {
    case .string(let key): self.init(key)
    case .array(let elements):
      var components: [Component] = []
      for element in elements {
        switch element {
        case .string(let key): components.append(.key(key))
        case .integer(let index): components.append(.index(index))
        default: return nil
        }
      }
      self.init(components)
    default: return nil
    }
  }

  static func decode(_ json: PropertyValue) throws(CodingFailure) -> PropertyPath {
    guard let path = PropertyPath(json: json) else { throw CodingFailure(.malformed, "a property path is malformed") }
    return path
  }
}

extension Placement {
  package var json: PropertyValue {
    var object: PropertyObject = ["account": .string(account), "partition": .string(partition), "region": .string(region)]
    object.setList("roles", roleChain.map(PropertyValue.string))
    return .object(object)
  }

  package init(json: PropertyValue?) throws(CodingFailure) {
    let fields = try FieldReader(json, "a placement")
    self.init(
      account: try fields.string("account"), region: try fields.string("region"), partition: try fields.string("partition"),
      roleChain: try fields.strings("roles"))
  }
}

extension SourceLocation {
  package var json: PropertyValue { .array([.string(fileID), .integer(line), .integer(column)]) }

  package init(json: PropertyValue?) throws(CodingFailure) {
    guard let parts = json?.arrayValue, parts.count == 3, let fileID = parts[0].stringValue, let line = parts[1].integerValue,
      let column = parts[2].integerValue
    else { throw CodingFailure(.malformed, "a source position is malformed") }
    self.init(fileID: fileID, line: line, column: column)
  }
}

extension Lifecycle {
  /// The restrictions; without fields for a lifecycle that has none.
  package var json: PropertyObject {
    var object = PropertyObject()
    object.setFlag("deletedFirst", isDeletedFirst)
    object.setFlag("holdsData", holdsData)
    object.setList("ignored", ignoredPaths.map(\.json))
    object.setFlag("protected", isProtected)
    object.setFlag("retained", isRetained)
    object.setProperties("timeouts", timeouts.json)
    return object
  }

  package init(json: PropertyObject) throws(CodingFailure) {
    self.init()
    let fields = try FieldReader(.object(json), "a lifecycle")
    isDeletedFirst = try fields.flag("deletedFirst")
    holdsData = try fields.flag("holdsData")
    ignoredPaths = try fields.list("ignored", PropertyPath.decode)
    isProtected = try fields.flag("protected")
    isRetained = try fields.flag("retained")
    timeouts = try OperationTimeouts(json: try fields.properties("timeouts"))
  }
}

extension RecordedEdge {
  package var json: PropertyValue {
    var object: PropertyObject = ["address": .string(address.path), "instance": .string(instance.text)]
    object.setList("paths", paths.map(\.json))
    if readiness != .stable { object["readiness"] = .string(readiness.rawValue) }
    return .object(object)
  }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "an edge")
    self.init(
      instance: InstanceID(try fields.string("instance")), address: ResourceAddress(try fields.string("address")),
      readiness: fields.object["readiness"] == nil ? .stable : try fields.choice("readiness"),
      paths: try fields.list("paths", PropertyPath.decode))
  }
}

extension ResourceRecord.Route {
  package var json: PropertyValue {
    switch self {
    case .embedded: "embedded"
    case .cloudControl: "cloudcontrol"
    case .direct(let version): .string("direct:\(version)")
    }
  }

  package init(json: PropertyValue?) throws(CodingFailure) {
    switch json?.stringValue {
    case "embedded": self = .embedded
    case "cloudcontrol": self = .cloudControl
    case let text?:
      guard text.hasPrefix("direct:"), let version = Int(text.dropFirst(7)) else {
        throw CodingFailure(.malformed, "the route '\(text)' is unknown")
      }
      self = .direct(version: version)
    case nil: throw CodingFailure(.malformed, "a route is missing")
    }
  }
}

extension ResourceRecord.SecretRecord {
  package var json: PropertyValue { ["digest": .string(digest), "source": .secret(source)] }

  package init(json: PropertyValue) throws(CodingFailure) {
    let fields = try FieldReader(json, "a secret's record")
    guard case .secret(let source)? = fields.object["source"] else { throw fields.failure("source") }
    self.init(source: source, digest: try fields.string("digest"))
  }
}
