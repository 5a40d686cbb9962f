import ResourceCatalog

/// Works out what can be read from a declared resource.
enum AttributeList {
  /// Attributes that AWS would show in clear and that are never recorded (AWS documentation of the types' return values).
  private static let secrets: Set<String> = [
    "AWS::Cognito::UserPoolClient/ClientSecret", "AWS::IAM::AccessKey/SecretAccessKey",
  ]

  /// Identifiers that other resources take and the schema does not count among the type's own.
  private static let handles: Set<String> = ["AWS::EC2::SecurityGroup/GroupId"]

  /// The read-only values of a type, and the names that the program gives it, ascending by label.
  static func attributes(of type: TypeSchema, avoiding reserved: Set<String>) -> [Attribute] {
    let typeName = String(type.name)
    let short = lastComponent(of: typeName)
    let identifiers = type.primaryIdentifier.strings
    var found: [String: Attribute] = [:]
    func add(_ name: String, _ schema: Schema, isSettable: Bool) {
      let label = PropertyLabel.label(for: name.split(separator: ".").joined())
      guard !reserved.contains(label), found[label] == nil, let kind = kind(of: schema) else { return }
      var final = kind
      if kind == .string {
        if secrets.contains("\(typeName)/\(name)") {
          final = .secret
        } else if identifiers == [name] || handles.contains("\(typeName)/\(name)")
          || (!isSettable && (identifiers.contains(name) || isIdentifier(name, short)))
        {
          final = .identifier
        }
      }
      found[label] = Attribute(label: label, name: name, kind: final, isSettable: isSettable)
    }
    for path in type.readOnlyPaths {
      let components = String(path).split(separator: "/").map(String.init)
      guard !components.contains("*"), let schema = type.schema(at: components) else { continue }
      add(components.joined(separator: "."), schema, isSettable: false)
    }
    for property in type.schema.resolved.properties where !property.isReadOnly && !property.isWriteOnly {
      let name = String(property.name)
      if identifiers.contains(name) || name.hasSuffix("Name") || name.hasSuffix("Identifier") {
        add(name, property.schema, isSettable: true)
      }
    }
    return found.values.sorted { $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) }
  }

  private static func isIdentifier(_ name: String, _ short: String) -> Bool {
    let lower = name.lowercased()
    if ["arn", "id", "name"].contains(lower) { return true }
    let stem = short.lowercased()
    return ["arn", "id", "name"].contains { lower == stem + $0 }
  }

  private static func kind(of schema: Schema) -> Attribute.Kind? {
    let effective = SurfaceBuilder.effective(schema)
    switch effective.kind {
    case .string: return .string
    case .integer: return .integer
    case .number: return .number
    case .boolean: return .boolean
    case .array:
      guard let element = effective.element, SurfaceBuilder.effective(element).kind == .string else { return nil }
      return .strings
    default: return nil
    }
  }
}
