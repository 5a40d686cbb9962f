import ResourceCatalog
import SwiftSyntax

/// What stands at a path of a document: the value, and the field that leads to it.
struct SourcePlace {
  var value: SourceValue
  var field: SourceValue.Field?
  /// Whether the path leads to this value, and not only to something that holds it.
  var isExact: Bool
}

extension SourceValue {
  /// What stands at a path, or the nearest value around it; a choice on the way is taken to have an outcome.
  func place(at path: [RuleViolation.PathComponent], chosen: (choice: SourceValue, outcome: SourceValue)? = nil) -> SourcePlace {
    var place = SourcePlace(value: self, field: nil, isExact: true)
    for component in path {
      var content = place.value.content
      if let chosen, chosen.choice === place.value { content = chosen.outcome.content }
      switch (component, content) {
      case (.key(let key), .object(let fields)):
        guard let field = fields.first(where: { $0.key == key }) else {
          place.isExact = false
          return place
        }
        place = SourcePlace(value: field.value, field: field, isExact: true)
      case (.index(let index), .array(let elements)) where elements.indices.contains(index):
        place = SourcePlace(value: elements[index], field: place.field, isExact: true)
      default:
        place.isExact = false
        return place
      }
    }
    if let chosen, chosen.choice === place.value { place.value = chosen.outcome }
    return place
  }
}
