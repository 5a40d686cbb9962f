import ResourceCatalog
import StrataModel
import TypeProvider

/// Chooses what a declaration of an existing object says: what can be set, is not what AWS does by itself, and is not the engine's own.
struct SettableProperties {
  private let type: String
  private let surface: ResourceSurface
  private let shape: DocumentShape
  /// Tags that the object's surroundings in the program give it.
  private let inheritedTags: PropertyObject

  /// Creates a choice for a type; `nil` for one that the catalogue does not know.
  init?(type: String, schema: any SchemaFacts, inheritedTags: PropertyObject) {
    guard let surface = ResourceSurface(typeName: type) else { return nil }
    self.type = type
    self.surface = surface
    self.inheritedTags = inheritedTags
    shape = schema.library()[type].shape
  }

  /// The properties to declare.
  func properties(of found: PropertyObject) -> PropertyObject {
    var result = object(found, surface.object, shape)
    // AWS shows both ways to say one thing, such as a zone's name and its id; a declaration may say one, and the first is the usual one.
    guard let rules = ResourceCatalog.aws.type(type)?.schema else { return result }
    for (name, excluded) in rules.dependentExcluded where result[String(name)] != nil {
      for other in excluded where other > name { result[String(other)] = nil }
    }
    return result
  }

  private func object(_ found: PropertyObject, _ object: ObjectSurface, _ shape: DocumentShape) -> PropertyObject {
    var result = PropertyObject()
    for parameter in object.parameters {
      guard let value = found[parameter.property], !value.isEmptyOrNull else { continue }
      let place = shape.child(parameter.property)
      if place.facts.isWriteOnly { continue }
      if !parameter.isRequired, let standard = place.facts.defaultValue, ValueComparison.areEqual(value, standard, at: place) { continue }
      if let chosen = self.value(value, parameter.type, object, place) { result[parameter.property] = chosen }
    }
    return result
  }

  private func value(_ value: PropertyValue, _ type: ValueType, _ object: ObjectSurface, _ place: DocumentShape) -> PropertyValue? {
    switch (type, value) {
    case (.tags, _): return tags(value)
    case (.shape, .object(let fields)):
      guard let nested = object.object(for: type) else { return value }
      let chosen = self.object(fields, nested, place)
      return chosen.isEmpty ? nil : .object(chosen)
    case (.list(let element), .array(let elements)):
      return .array(elements.compactMap { self.value($0, element, object, place.element) })
    case (.map(let element), .object(let fields)):
      return .object(
        PropertyObject(
          fields.fields.compactMap { field in self.value(field.value, element, object, place.element).map { (field.key, $0) } }))
    default: return value
    }
  }

  /// Tags without AWS's, the engine's, and those that the program adds by itself.
  private func tags(_ value: PropertyValue) -> PropertyValue? {
    func isOwn(_ key: String, _ value: PropertyValue?) -> Bool {
      !key.hasPrefix("aws:") && !key.hasPrefix("strata:") && inheritedTags[key] != value
    }
    switch value {
    case .array(let elements):
      let kept = elements.filter { element in
        guard let key = (element["Key"] ?? element["TagKey"])?.stringValue else { return false }
        return isOwn(key, element["Value"] ?? element["TagValue"])
      }
      return kept.isEmpty ? nil : .array(kept)
    case .object(let map):
      let kept = PropertyObject(map.fields.filter { isOwn($0.key, $0.value) }.map { ($0.key, $0.value) })
      return kept.isEmpty ? nil : .object(kept)
    default: return nil
    }
  }
}
