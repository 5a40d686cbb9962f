import StrataModel

/// Writes property values for people: one field a line, references by name, what is not known yet as such.
struct ValueRenderer: Sendable {
  var style: TextStyle

  /// The text of a value on one line.
  func inline(_ value: PropertyValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): JSONWriter.text(of: number)
    case .string: JSONWriter.text(of: value)
    case .array(let elements): elements.isEmpty ? "[]" : "[" + elements.map { inline($0) }.joined(separator: ", ") + "]"
    case .object(let object):
      object.isEmpty ? "{}" : "{" + object.fields.map { "\($0.key): \(inline($0.value))" }.joined(separator: ", ") + "}"
    case .reference(let reference): "\(reference.address).\(reference.attribute)"
    case .expression(let expression): inline(expression)
    case .secret: "(secret)"
    }
  }

  private func inline(_ expression: Expression) -> String {
    guard expression.function == .concatenate else {
      return "\(expression.function.rawValue)(\(expression.arguments.map { inline($0) }.joined(separator: ", ")))"
    }
    var text = "\""
    for argument in expression.arguments {
      if let part = argument.scalarText { text += part } else { text += "\\(\(inline(argument)))" }
    }
    return text + "\""
  }

  /// The lines of a value, each indented by `depth` steps; a short value takes one.
  func lines(_ value: PropertyValue, label: String?, depth: Int, width: Int = 100) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let head = label.map { "\($0): " } ?? ""
    let short = inline(value)
    if indent.count + head.count + short.count <= width { return [indent + head + short] }
    switch value {
    case .object(let object):
      return [indent + head + "{"]
        + object.fields.flatMap { lines($0.value, label: $0.key, depth: depth + 1, width: width) }
        + [indent + "}"]
    case .array(let elements):
      return [indent + head + "["] + elements.flatMap { lines($0, label: nil, depth: depth + 1, width: width) } + [indent + "]"]
    default: return [indent + head + short]
    }
  }
}
