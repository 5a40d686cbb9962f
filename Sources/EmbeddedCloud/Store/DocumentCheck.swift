import ResourceCatalog
import StrataDeployment
import StrataModel

/// Refuses documents that the type's schema does not admit.
enum DocumentCheck {
  static func check(_ properties: PropertyObject, _ profile: TypeProfile) throws(ProviderError) {
    for field in properties.fields {
      if !field.value.isLiteral {
        throw CloudErrors.invalid("ValidationException", "\(field.key) holds a value that is not resolved", PropertyPath(field.key))
      }
      guard profile.schema.property(field.key) != nil else {
        throw CloudErrors.invalid(
          "ValidationException", "\(profile.name) has no property \(field.key)", PropertyPath(field.key))
      }
      if profile.readOnlyNames.contains(field.key) {
        throw CloudErrors.invalid(
          "ValidationException", "Encountered unsupported property \(field.key): it is read-only", PropertyPath(field.key))
      }
    }
    for name in profile.required where properties[name] == nil {
      throw CloudErrors.invalid("ValidationException", "\(profile.name) needs the property \(name)", PropertyPath(name))
    }
  }
}
