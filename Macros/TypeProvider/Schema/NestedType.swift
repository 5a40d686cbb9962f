/// A type that a generated resource or object contains.
struct NestedType: Sendable {
  enum Content: Sendable {
    /// An object: its parameters and the types that only it uses.
    case object([Parameter], nested: [NestedType])
    /// A string with these allowed values.
    case choice([String])
  }

  let name: String
  let content: Content
}
