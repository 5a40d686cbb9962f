import ResourceCatalog
import StrataModel

/// Chooses what of an answer is recorded.
struct RecordedAttributes {
  let library: ShapeLibrary

  /// The attributes to record: what the document did not say, or what the service made of it; no tags, and nothing secret.
  func attributes(of description: ObjectDescription, type: String, sent: PropertyObject) -> PropertyObject {
    let entry = library[type]
    let tagProperty = ResourceCatalog.aws.type(type)?.tagProperty.map { String($0) }
    let sensitive = entry.facts.behavior.sensitiveAttributes
    var result = PropertyObject()
    for field in description.properties.fields {
      if field.value == .null || field.key == tagProperty { continue }
      if let own = sent[field.key], own == field.value || own.holdsSecret { continue }
      if entry.shape.child(field.key).facts.isWriteOnly { continue }
      guard let value = Self.removing(sensitive, from: field.value, at: field.key) else { continue }
      result[field.key] = value
    }
    return result
  }

  /// A value without its sensitive parts; `nil` when it is one itself.
  private static func removing(_ sensitive: [String], from value: PropertyValue, at path: String) -> PropertyValue? {
    guard !sensitive.isEmpty else { return value }
    if sensitive.contains(path) { return nil }
    guard case .object(let object) = value, sensitive.contains(where: { $0.hasPrefix(path + ".") }) else { return value }
    var result = PropertyObject()
    for field in object.fields { result[field.key] = removing(sensitive, from: field.value, at: path + "." + field.key) }
    return .object(result)
  }

  /// What the service holds on owned paths where that differs from what was sent: the baseline of drift.
  func observed(
    in description: ObjectDescription, type: String, sent: PropertyObject, owned: [PropertyPath]
  ) -> [PropertyPath: PropertyValue] {
    let shape = library[type].shape
    var result: [PropertyPath: PropertyValue] = [:]
    for path in owned {
      guard let property = path.property, let found = description.properties[property], sent[property] != found else { continue }
      let place = shape.place(at: path)
      if place.facts.isWriteOnly { continue }
      guard let expected = OwnedUnit.value(at: path, in: sent, shape: shape), !expected.holdsSecret,
        let value = OwnedUnit.value(at: path, in: description.properties, shape: shape),
        !ValueComparison.areEqual(expected, value, at: place, sides: .observed)
      else { continue }
      result[path] = value
    }
    return result
  }
}
