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
