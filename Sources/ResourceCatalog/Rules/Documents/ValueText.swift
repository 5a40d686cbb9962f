/// Values in messages.
enum ValueText {
  /// A scalar as it is, anything else by its kind.
  static func describe(_ view: LiteralValue) -> String {
    switch view {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): NumberText.text(value)
    case .string(let text): "'\(shortened(text))'"
    case .array: "a list"
    case .object: "an object"
    case .unknown: "a reference"
    }
  }

  /// The first 80 characters.
  static func shortened(_ text: String) -> String { text.utf8.count <= 80 ? text : String(text.prefix(80)) + "…" }
}

/// Numbers of things in messages.
enum CountText {
  /// `1...50 elements`, `at least 2 elements`, `exactly 12 characters`.
  static func phrase(_ least: Int?, _ most: Int?, _ noun: String) -> String {
    switch (least, most) {
    case (let least?, let most?) where least == most: "exactly \(least) \(noun)\(least == 1 ? "" : "s")"
    case (let least?, let most?): "\(least)...\(most) \(noun)s"
    case (let least?, nil): "at least \(least) \(noun)\(least == 1 ? "" : "s")"
    case (nil, let most?): "at most \(most) \(noun)\(most == 1 ? "" : "s")"
    case (nil, nil): "\(noun)s"
    }
  }
}

/// Types in messages.
enum SchemaTypeNames {
  static func phrase(_ types: SchemaTypes) -> String {
    var names: [String] = []
    if types.contains(.string) { names.append("a string") }
    if types.contains(.integer) { names.append("a whole number") }
    if types.contains(.number) { names.append("a number") }
    if types.contains(.boolean) { names.append("true or false") }
    if types.contains(.array) { names.append("a list") }
    if types.contains(.object) { names.append("an object") }
    return names.joined(separator: " or ")
  }
}

/// Conversions between scalars that CloudFormation makes by itself.
enum ScalarText {
  static func converts(_ view: LiteralValue, to types: SchemaTypes) -> Bool {
    switch view {
    case .bool, .integer, .number: return types.contains(.string)
    case .string(let text):
      if types.contains(.boolean), text == "true" || text == "false" || text == "True" || text == "False" { return true }
      if types.contains(.integer), Int(text) != nil { return true }
      if types.contains(.number), Double(text) != nil { return true }
      return false
    case .null, .array, .object, .unknown: return false
    }
  }
}

/// A text that is the same for values that are equal; what is unknown has none.
enum CanonicalText {
  static func text(_ view: LiteralValue) -> String? {
    switch view {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .number(let value): return NumberText.text(value)
    case .string(let text): return text
    case .unknown: return nil
    case .array(let elements):
      var text = "["
      for element in elements {
        guard let part = self.text(element) else { return nil }
        text += part + "\u{1}"
      }
      return text + "]"
    case .object(let fields):
      var parts: [String] = []
      for field in fields {
        guard let part = self.text(field.value) else { return nil }
        parts.append(field.key + "\u{2}" + part)
      }
      return "{" + parts.sorted().joined(separator: "\u{1}") + "}"
    }
  }
}
