import ResourceCatalog
import StrataModel

/// Finds what is wrong with the questions of a program before they are asked.
enum LookupCheck {
  static func run(_ lookups: [LookupDeclaration], _ report: inout DiagnosticReport) {
    for lookup in lookups {
      switch lookup.query.subject {
      case .parameter(let name): checkName(name, lookup, &report)
      case .resource(let type, let identifier, let attribute):
        guard let schema = schema(type, lookup, &report) else { continue }
        checkIdentifier(identifier, schema, lookup, &report)
        checkAttribute(attribute, schema, lookup, &report)
      case .match(let type, let properties, let attribute):
        guard let schema = schema(type, lookup, &report) else { continue }
        checkAttribute(attribute, schema, lookup, &report)
        if properties.isEmpty {
          add("lookup-too-wide", "a lookup of \(type) names no property that tells one object from another", nil, lookup, &report)
        }
        for name in properties.keys where schema.property(name) == nil {
          add(
            "unknown-property", "\(type) has no property '\(name)'", suggestion(name, schema), lookup, &report)
        }
      case .availabilityZones, .account, .organization: break
      }
    }
  }

  /// Source: Systems Manager API reference, GetParameter and PutParameter: letters, digits and `.-_/`, at most 1011 characters.
  private static func checkName(_ name: String, _ lookup: LookupDeclaration, _ report: inout DiagnosticReport) {
    let isSound = name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || ".-_/:".unicodeScalars.contains(scalar))
    }
    guard isSound, (1...1_011).contains(name.utf8.count) else {
      return add(
        "invalid-parameter-name", "'\(name)' is no name of a parameter", "use letters, digits, '.', '-', '_' and '/'", lookup, &report)
    }
  }

  private static func schema(_ type: String, _ lookup: LookupDeclaration, _ report: inout DiagnosticReport) -> TypeSchema? {
    if let schema = ResourceCatalog.aws.type(type) { return schema }
    let nearest = ResourceCatalog.aws.nearestType(to: type)
    add("unknown-type", "AWS has no resource type '\(type)'", nearest.map { "did you mean '\($0)'?" }, lookup, &report)
    return nil
  }

  private static func checkIdentifier(
    _ identifier: String, _ schema: TypeSchema, _ lookup: LookupDeclaration, _ report: inout DiagnosticReport
  ) {
    let names = schema.primaryIdentifier.strings
    let parts = identifier.split(separator: "|", omittingEmptySubsequences: false)
    guard names.count != parts.count || parts.contains(where: \.isEmpty) else { return }
    add(
      "invalid-identifier", "'\(identifier)' is no identifier of \(schema.name)", "give \(names.joined(separator: "|"))", lookup, &report)
  }

  private static func checkAttribute(
    _ attribute: String, _ schema: TypeSchema, _ lookup: LookupDeclaration, _ report: inout DiagnosticReport
  ) {
    let name = attribute.split(separator: ".").first.map { String($0) } ?? attribute
    guard schema.property(name) == nil else {
      guard schema.isWriteOnly([name]) else { return }
      return add("write-only-attribute", "AWS never shows \(attribute) of \(schema.name)", nil, lookup, &report)
    }
    add("unknown-attribute", "\(schema.name) has no attribute '\(attribute)'", suggestion(name, schema), lookup, &report)
  }

  private static func suggestion(_ name: String, _ schema: TypeSchema) -> String? {
    schema.unknownProperty(name).replacements.first.map { "did you mean '\($0)'?" }
  }

  private static func add(
    _ code: String, _ message: String, _ remedy: String?, _ lookup: LookupDeclaration, _ report: inout DiagnosticReport
  ) {
    report.add(Diagnostic(.error, code: code, message, remedy: remedy, at: lookup.source))
  }
}
