import ResourceCatalog
import StrataModel
import TypeProvider

/// Writes property values as the Swift expressions that declare them.
struct SwiftValueWriter: Sendable {
  /// The Swift expressions by which declared resources can be named where the text will stand.
  var names: [ResourceAddress: String]

  /// The arguments of a resource's or nested object's initializer, in the order of its parameters.
  ///
  /// - Returns: the arguments, and the names of required properties that have no value.
  func arguments(_ properties: PropertyObject, of object: ObjectSurface) -> (elements: [SwiftNode.Element], missing: [String]) {
    var elements: [SwiftNode.Element] = []
    var missing: [String] = []
    for parameter in object.parameters {
      guard let value = properties[parameter.property], value != .null else {
        if parameter.isRequired { missing.append(parameter.property) }
        continue
      }
      let label = SwiftIdentifier.escaped(parameter.label)
      elements.append(SwiftNode.Element(label, node(value, as: parameter.type, in: object)))
    }
    return (elements, missing)
  }

  /// The expression for a value of a type.
  func node(_ value: PropertyValue, as type: ValueType, in object: ObjectSurface) -> SwiftNode {
    switch type {
    case .string, .secret: return .text(string(value))
    case .integer, .number, .boolean: return .text(scalar(value, type))
    case .document: return document(value)
    case .tags: return tags(value)
    case .reference(let target): return .text(reference(value, to: target))
    case .choice:
      guard let text = value.stringValue, let values = object.choices(for: type), let index = values.firstIndex(of: text) else {
        return .text(string(value))
      }
      return .text("." + SwiftIdentifier.escaped(EnumCaseName.names(for: values)[index]))
    case .shape:
      guard let fields = value.objectValue, let nested = object.object(for: type) else { return document(value) }
      return .call(".init", arguments(fields, of: nested).elements)
    case .list(let element):
      let elements = value.arrayValue ?? [value]
      return .literal(elements.map { SwiftNode.Element(nil, node($0, as: element, in: object)) }, isDictionary: false)
    case .map(let element):
      let fields = value.objectValue?.fields ?? []
      return .literal(
        fields.map { SwiftNode.Element(SwiftIdentifier.literal($0.key), node($0.value, as: element, in: object)) }, isDictionary: true)
    }
  }

  // MARK: Scalars

  /// A string: a literal, an attribute of another resource, or a literal with attributes in it.
  private func string(_ value: PropertyValue) -> String {
    switch value {
    case .reference(let reference): return attribute(reference) ?? SwiftIdentifier.literal("")
    case .expression(let expression) where expression.function == .concatenate: return interpolation(expression)
    default: return SwiftIdentifier.literal(value.scalarText ?? JSONWriter.plainText(of: value))
    }
  }

  private func interpolation(_ expression: Expression) -> String {
    var text = ""
    for argument in expression.arguments {
      if case .reference(let reference) = argument {
        text += "\\(\(attribute(reference) ?? ""))"
      } else {
        text += SwiftIdentifier.literal(argument.scalarText ?? "").dropFirst().dropLast()
      }
    }
    return "\"\(text)\""
  }

  private func scalar(_ value: PropertyValue, _ type: ValueType) -> String {
    if case .reference(let reference) = value, let text = attribute(reference) { return text }
    let text = value.scalarText ?? "0"
    switch type {
    case .boolean: return text.lowercased() == "true" ? "true" : "false"
    case .integer: return Int(text).map(String.init) ?? Double(text).map { String(Int($0)) } ?? "0"
    default: return Double(text) == nil ? "0" : text
    }
  }

  // MARK: References

  /// The resource itself where the property wants the attribute that is meant, else one of its attributes or an identifier as such.
  private func reference(_ value: PropertyValue, to target: ReferenceTarget) -> String {
    if case .reference(let reference) = value, let name = names[reference.address], reference.attribute == target.attribute { return name }
    return ".existing(\(string(value)))"
  }

  /// `name.attribute`; `nil` for what cannot be named.
  private func attribute(_ reference: StrataModel.Reference) -> String? {
    names[reference.address].map { $0 + "." + SwiftIdentifier.escaped(PropertyLabel.label(for: reference.attribute.filter { $0 != "." })) }
  }

  // MARK: Documents and tags

  /// Free JSON as Swift literals; JSON text becomes the document that it holds.
  private func document(_ value: PropertyValue) -> SwiftNode {
    switch value {
    case .null: return .text(".null")
    case .bool, .integer, .number: return .text(value.scalarText ?? "0")
    case .string(let text):
      if let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
        let parsed = try? JSONReader.plainValue(of: text.utf8)
      {
        return document(parsed)
      }
      return .text(string(value))
    case .array(let elements): return .literal(elements.map { SwiftNode.Element(nil, document($0)) }, isDictionary: false)
    case .object(let object):
      return .literal(
        object.fields.map { SwiftNode.Element(SwiftIdentifier.literal($0.key), document($0.value)) }, isDictionary: true)
    case .reference, .expression: return .text("\"\(interpolated(value))\"")
    case .secret: return .text(SwiftIdentifier.literal(""))
    }
  }

  /// A reference or expression as the inside of a string literal: a document takes references only so.
  private func interpolated(_ value: PropertyValue) -> String {
    if case .reference(let reference) = value { return "\\(\(attribute(reference) ?? ""))" }
    return String(string(value).dropFirst().dropLast())
  }

  private func tags(_ value: PropertyValue) -> SwiftNode {
    var pairs: [(String, PropertyValue)] = []
    for element in value.arrayValue ?? [] {
      guard let key = (element["Key"] ?? element["TagKey"])?.stringValue else { continue }
      pairs.append((key, element["Value"] ?? element["TagValue"] ?? ""))
    }
    for field in value.objectValue?.fields ?? [] { pairs.append((field.key, field.value)) }
    pairs.sort { $0.0 < $1.0 }
    return .literal(pairs.map { SwiftNode.Element(SwiftIdentifier.literal($0.0), .text(string($0.1))) }, isDictionary: true)
  }
}
