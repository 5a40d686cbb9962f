/// The shapes and facts of resource types, each looked up once.
public final class ShapeLibrary {
  /// A type's facts and the shape of its documents.
  public struct Entry {
    public let facts: TypeFacts
    public let shape: DocumentShape
  }

  private let schema: any SchemaFacts
  private var entries: [String: Entry] = [:]

  /// Creates a library that has looked up nothing yet.
  public init(_ schema: any SchemaFacts) { self.schema = schema }

  /// What is known of a type.
  public subscript(_ type: String) -> Entry {
    if let known = entries[type] { return known }
    let entry = Entry(facts: schema.type(type), shape: DocumentShape(schema, type: type, components: [], parent: nil))
    entries[type] = entry
    return entry
  }
}
