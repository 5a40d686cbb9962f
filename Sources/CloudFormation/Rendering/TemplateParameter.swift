import StrataModel

/// A value that somebody gives when a template is deployed.
struct TemplateParameter {
  /// Where the value comes from.
  enum Origin: Hashable {
    /// An attribute of a resource in another account or region.
    case attribute(Reference)
    /// A secret that CloudFormation cannot read by itself.
    case secret(SecretSource)
    /// The answer of a lookup, by its key.
    case lookup(String)
  }

  var name: String
  var origin: Origin
  var type = "String"
  /// For people.
  var description: String
  var defaultValue: String?
  var isSecret = false
  /// The place of the output that has the value.
  var producer: (unit: Int, output: String)?

  var document: PropertyValue {
    var document: PropertyObject = ["Type": .string(type), "Description": .string(NameText.limited(description, to: 4000, separator: " "))]
    if let defaultValue { document["Default"] = .string(defaultValue) }
    if isSecret { document["NoEcho"] = true }
    return .object(document)
  }
}
