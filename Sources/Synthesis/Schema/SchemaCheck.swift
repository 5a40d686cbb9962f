import ResourceCatalog
import StrataLanguage
import StrataModel

/// Holds every document to its type's schema and to the rules that the macros share; they see what a macro cannot.
enum SchemaCheck {
  /// Checks one resource; documents are independent of each other.
  static func check(_ index: Int, _ program: ProgramIndex, _ report: inout DiagnosticReport) {
    let resource = program.resources[index]
    if resource.type == ActionSpecification.type { return ActionCheck.check(resource, &report) }
    guard let schema = program.type(of: index).schema else {
      let nearest = ResourceCatalog.aws.nearestType(to: resource.type)
      report.add(
        Diagnostic(
          .error, code: "unknown-type", "AWS has no resource type '\(resource.type)'",
          remedy: nearest.map { "did you mean '\($0)'?" } ?? "check the name on the type's page of the CloudFormation template reference",
          at: resource.source, address: resource.address))
      return
    }
    for violation in schema.violations(in: LiteralValue(resource.properties)) {
      report.add(diagnostic(of: violation, resource))
    }
    for path in resource.lifecycle.ignoredPaths where schema.schema(at: path.schemaComponents) == nil {
      let name = path.property ?? ""
      let nearest = schema.property(name) == nil ? schema.unknownProperty(name).replacements.first : nil
      report.add(
        Diagnostic(
          .error, code: "unknown-ignored-path", "'ignoringChanges' names \(path), which \(resource.type) does not have",
          remedy: nearest.map { "did you mean '\($0)'?" }, at: resource.source, address: resource.address))
    }
  }

  private static func diagnostic(of violation: RuleViolation, _ resource: DeclaredResource) -> Diagnostic {
    let path = PropertyPath(
      violation.path.map { component in
        switch component {
        case .key(let key): PropertyPath.Component.key(key)
        case .index(let index): PropertyPath.Component.index(index)
        }
      })
    return Diagnostic(
      violation.severity == .error ? .error : .warning, code: violation.code.diagnosticCode, violation.message,
      remedy: SchemaRemedies.remedy(for: violation, at: path, of: resource.type), at: resource.source, address: resource.address, path: path
    )
  }
}

extension RuleViolation.Code {
  /// The code in the form that diagnostics have: words in lowercase, joined by hyphens.
  var diagnosticCode: String {
    switch self {
    case .invalidCIDR: return "invalid-cidr"
    case .invalidARN: return "invalid-arn"
    case .notAMultiple: return "not-a-multiple"
    default: break
    }
    var text = ""
    for character in rawValue.unicodeScalars {
      if character.properties.isUppercase { text += "-" }
      text += character.properties.lowercaseMapping
    }
    return text
  }
}
