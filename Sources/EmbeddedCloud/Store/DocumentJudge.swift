import ResourceCatalog
import StrataDeployment
import StrataModel

/// Refuses documents that the type's schema and the catalogue's rules do not admit, with the words of the rules.
enum DocumentJudge {
  static func check(_ properties: PropertyObject, _ profile: TypeProfile, exactTypes: Bool) throws(ProviderError) {
    for field in properties.fields where !field.value.isLiteral {
      throw CloudErrors.invalid("ValidationException", "\(field.key) holds a value that is not resolved", PropertyPath(field.key))
    }
    let options = ValidationOptions(requiresExactTypes: exactTypes)
    var refused = profile.schema.violations(in: PropertyValue.object(properties), options: options).filter { $0.severity == .error }
    guard let first = refused.first else { return }
    refused.removeFirst()
    var message = first.message
    for violation in refused.prefix(4) { message += "; " + violation.message }
    throw CloudErrors.invalid("ValidationException", message, path(first))
  }

  private static func path(_ violation: RuleViolation) -> PropertyPath {
    PropertyPath(
      violation.path.map { component in
        switch component {
        case .key(let key): .key(key)
        case .index(let index): .index(index)
        }
      })
  }
}
