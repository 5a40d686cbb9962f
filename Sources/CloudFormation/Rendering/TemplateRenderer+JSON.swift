import ResourceCatalog
import StrataModel

extension TemplateRenderer {
  /// Appends the JSON text of a document, with its references between the known parts.
  mutating func appendJSON(_ document: PropertyValue, to pieces: inout TextPieces, at place: Place) {
    if document.isLiteral { return pieces.append(JSONWriter.plainText(of: document)) }
    switch document {
    case .array(let elements):
      pieces.append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { pieces.append(",") }
        appendJSON(element, to: &pieces, at: place)
      }
      pieces.append("]")
    case .object(let object):
      pieces.append("{")
      for (index, field) in object.fields.enumerated() {
        pieces.append((index > 0 ? "," : "") + JSONWriter.plainText(of: .string(field.key)) + ":")
        appendJSON(field.value, to: &pieces, at: place)
      }
      pieces.append("}")
    case .reference, .expression, .secret: appendUnknown(document, to: &pieces, at: place)
    case .null, .bool, .integer, .number, .string: break
    }
  }

  /// Appends what is known at deployment only.
  ///
  /// Quotes and line breaks of its own would break the text, but no attribute has any.
  private mutating func appendUnknown(_ unknown: PropertyValue, to pieces: inout TextPieces, at place: Place) {
    if case .expression(let expression) = unknown, expression.function == .concatenate {
      pieces.append("\"")
      for part in expression.arguments {
        if let known = part.scalarText { pieces.append(Self.escaped(known)) } else { pieces.append(value(part, at: place) ?? "") }
      }
      return pieces.append("\"")
    }
    if case .expression(let expression) = unknown, expression.function == .json {
      report(
        .error, "expression-not-in-cloudformation",
        "JSON in a text of JSON, with values that are known at deployment only, cannot be written",
        remedy: "give the inner document as an object", at: place)
      return
    }
    let rendered = value(unknown, at: place) ?? ""
    if isList(unknown) {
      pieces.append("[\"")
      pieces.append(Intrinsic.join("\",\"", rendered))
      pieces.append("\"]")
    } else if isBare(unknown) {
      pieces.append(rendered)
    } else {
      pieces.append("\"")
      if let known = rendered.stringValue { pieces.append(Self.escaped(known)) } else { pieces.append(rendered) }
      pieces.append("\"")
    }
  }

  private static func escaped(_ text: String) -> String { String(JSONWriter.plainText(of: .string(text)).dropFirst().dropLast()) }

  /// Whether a value is a list of texts when it is known.
  func isList(_ value: PropertyValue) -> Bool {
    switch value {
    case .array: true
    case .reference(let reference): kind(of: reference) == .array
    case .expression(let expression):
      switch expression.function {
      case .split, .flatten: true
      case .lookup: expression.lookup?.subject == .availabilityZones
      case .concatenate, .join, .select, .base64, .json: false
      }
    case .null, .bool, .integer, .number, .string, .object, .secret: false
    }
  }

  /// Whether a value stands in JSON without quotes.
  private func isBare(_ value: PropertyValue) -> Bool {
    guard case .reference(let reference) = value else { return false }
    return [.integer, .number, .boolean].contains(kind(of: reference))
  }

  func kind(of reference: Reference) -> SchemaKind {
    guard let node = graph[reference.address], let schema = ResourceCatalog.aws.type(node.type) else { return .string }
    return ReturnValues.kind(of: reference.attribute, of: schema)
  }
}
