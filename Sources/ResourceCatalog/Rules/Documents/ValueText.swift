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
