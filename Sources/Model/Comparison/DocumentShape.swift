/// One place in the documents of a type, with the places beneath it; each is looked up once, when it is first asked for.
///
/// A tree of shapes remembers what the schemas say, so that walking thousands of documents of one type costs one lookup per key.
/// It is not `Sendable`: make one ``ShapeLibrary`` per task.
public final class DocumentShape {
  /// What is known of the place; what holds of a place holds of all that lies beneath it.
  public let facts: PlaceFacts

  private let schema: any SchemaFacts
  private let type: String
  private let components: [String]
  private var children: [String: DocumentShape] = [:]
  private var elementShape: DocumentShape?

  init(_ schema: any SchemaFacts, type: String, components: [String], parent: DocumentShape?) {
    self.schema = schema
    self.type = type
    self.components = components
    var facts = components.isEmpty ? PlaceFacts() : schema.place(components, in: type)
    if let above = parent?.facts {
      if above.mutability == .createOnly || facts.mutability == .mutable { facts.mutability = above.mutability }
      if above.isWriteOnly { facts.isWriteOnly = true }
      if above.form == .document { facts.form = .document }
    }
    self.facts = facts
  }

  /// The place under a key: a property's, or that of a map's values.
  public func child(_ key: String) -> DocumentShape {
    if facts.form == .map { return element }
    if let known = children[key] { return known }
    let shape = DocumentShape(schema, type: type, components: components + [key], parent: self)
    children[key] = shape
    return shape
  }

  /// The place of a list's elements or a map's values.
  public var element: DocumentShape {
    if let known = elementShape { return known }
    let shape = DocumentShape(schema, type: type, components: components + ["*"], parent: self)
    elementShape = shape
    return shape
  }

  /// The place at a path.
  public func place(at path: PropertyPath) -> DocumentShape {
    var shape = self
    for component in path.components {
      switch component {
      case .index: shape = shape.element
      case .key(let key):
        if case .tagList(_, let value) = shape.facts.form { shape = shape.element.child(value) } else { shape = shape.child(key) }
      }
    }
    return shape
  }
}
