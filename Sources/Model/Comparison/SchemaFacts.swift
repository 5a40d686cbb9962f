/// What planning and applying need to know of resource types; the schemas and the tables of behavior answer in production.
///
/// Implement it with literals in tests. Answers must not change while a plan is made: they are remembered.
public protocol SchemaFacts: Sendable {
  /// What is known of a type; a type about which nothing is known gets the defaults.
  func type(_ name: String) -> TypeFacts

  /// What is known of a place in a type's documents.
  ///
  /// - Parameter components: property names, with `*` for elements of lists and values of maps.
  func place(_ components: [String], in type: String) -> PlaceFacts

  /// A library of these facts for the task that asks: a new one, unless the facts keep one for the thread that the task never leaves.
  func library() -> ShapeLibrary
}

extension SchemaFacts {
  public func library() -> ShapeLibrary { ShapeLibrary(self) }
}
