/// What a property is in Swift.
public indirect enum ValueType: Sendable, Hashable {
  case string
  case integer
  case number
  case boolean
  /// A string that AWS never returns, so that a `Secret` fits.
  case secret
  /// Free JSON.
  case document
  /// Tags in the form that the type wants.
  case tags
  /// The identifier of another resource.
  case reference(ReferenceTarget)
  /// A nested type whose values the schema lists, by its Swift name.
  case choice(String)
  /// A nested object, by its Swift name.
  case shape(String)
  case list(ValueType)
  case map(ValueType)

  /// The type as it stands in a declaration, without the `?` of an optional parameter.
  public var swiftName: String {
    switch self {
    case .string: "any StrataLanguage.Input<Swift.String>"
    case .integer: "any StrataLanguage.Input<Swift.Int>"
    case .number: "any StrataLanguage.Number"
    case .boolean: "any StrataLanguage.Input<Swift.Bool>"
    case .secret: "any StrataLanguage.SecretInput"
    case .document: "StrataLanguage.Document"
    case .tags: "StrataLanguage.Tags"
    case .reference(let target): "any StrataLanguage.Reference<StrataAWS.\(target.service).\(target.resource)>"
    case .choice(let name), .shape(let name): name
    case .list(let element): "[\(element.swiftName)]"
    case .map(let element): "[Swift.String: \(element.swiftName)]"
    }
  }

  /// The type with a `?`.
  public var optionalSwiftName: String {
    switch self {
    case .string, .integer, .number, .boolean, .secret, .reference: "(\(swiftName))?"
    default: swiftName + "?"
    }
  }

  /// The type as people write it: without the names of modules.
  public var readableName: String {
    swiftName.replacingModulePrefixes()
  }

  /// The type of the elements, through any number of lists and maps.
  var innermost: ValueType {
    switch self {
    case .list(let element), .map(let element): element.innermost
    default: self
    }
  }
}

extension String {
  /// The text without the module names that generated code writes before every type.
  func replacingModulePrefixes() -> String {
    var result = ""
    var rest = self[...]
    outer: while !rest.isEmpty {
      for prefix in ["StrataLanguage.", "StrataAWS.", "Swift."] where rest.hasPrefix(prefix) {
        rest = rest.dropFirst(prefix.count)
        continue outer
      }
      result.append(rest.removeFirst())
    }
    return result
  }
}
