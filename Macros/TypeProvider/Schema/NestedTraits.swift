import ResourceCatalog

/// What a type's lists of paths say about properties of nested objects, by the object's schema.
///
/// The catalogue marks top properties itself; nested ones are named only by paths from the root.
struct NestedTraits {
  private struct Place: Hashable {
    let object: Schema
    let property: String
  }

  private var traits: [Place: PropertyTraits] = [:]

  init(_ type: TypeSchema) {
    add(type.readOnlyPaths, .readOnly, of: type)
    add(type.createOnlyPaths, .createOnly, of: type)
    add(type.conditionalCreateOnlyPaths, .conditionalCreateOnly, of: type)
    add(type.writeOnlyPaths, .writeOnly, of: type)
    add(type.deprecatedPaths, .deprecated, of: type)
  }

  private mutating func add(_ paths: CatalogStrings, _ trait: PropertyTraits, of type: TypeSchema) {
    for path in paths {
      let components = String(path).split(separator: "/").map(String.init)
      guard components.count > 1 else { continue }
      var object = type.schema
      for (index, component) in components.enumerated() {
        object = object.resolved
        if component == "*" {
          guard let element = object.element else { break }
          object = element
          continue
        }
        if object.property(component) == nil, let element = object.element { object = element.resolved }
        if index == components.count - 1 {
          traits[Place(object: object, property: component), default: []].insert(trait)
        } else {
          guard let next = object.property(component) else { break }
          object = next.schema
        }
      }
    }
  }

  func traits(of property: String, in object: Schema) -> PropertyTraits {
    traits.isEmpty ? [] : traits[Place(object: object, property: property)] ?? []
  }
}
