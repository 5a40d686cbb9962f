import StrataModel

/// Reads values at paths whose steps are keys, and `*` for every element of a list.
enum ValuePath {
  /// Calls a closure with each value at a path.
  static func forEach(_ steps: ArraySlice<String>, in value: PropertyValue, _ body: (PropertyValue) -> Void) {
    guard let step = steps.first else { return body(value) }
    let rest = steps.dropFirst()
    switch value {
    case .array(let elements) where step == "*":
      for element in elements { forEach(rest, in: element, body) }
    case .object(let object):
      if let next = object[step] { forEach(rest, in: next, body) }
    // A list that an expression or reference stands for: what it refers to is all that is known of its elements.
    case .expression, .reference: if step == "*" { forEach(rest, in: value, body) }
    case .array, .null, .bool, .integer, .number, .string, .secret: break
    }
  }
}
