/// The smallest part of a document that is compared and changed by itself, with its value.
///
/// A leaf of an object, a key of a map or tag list, a list as a whole, a policy or JSON document as a whole. The unit of a tag in list form
/// has the path `Tags.<key>`, as it has in map form. An empty object or list is a unit: it says that nothing shall be there.
public struct OwnedUnit: Sendable, Hashable {
  public var path: PropertyPath
  public var value: PropertyValue

  /// Creates a unit.
  public init(path: PropertyPath, value: PropertyValue) {
    self.path = path
    self.value = value
  }

  /// The units of a document, in the order of its keys.
  public static func units(of document: PropertyObject, shape: DocumentShape) -> [OwnedUnit] {
    var units: [OwnedUnit] = []
    units.reserveCapacity(document.count)
    for field in document.fields { collect(field.value, shape.child(field.key), PropertyPath(field.key), into: &units) }
    return units
  }

  private static func collect(_ value: PropertyValue, _ shape: DocumentShape, _ path: PropertyPath, into units: inout [OwnedUnit]) {
    switch value {
    case .object(let object) where shape.facts.form != .document && !object.isEmpty:
      for field in object.fields { collect(field.value, shape.child(field.key), path.appending(key: field.key), into: &units) }
    case .array(let elements):
      if case .tagList(let key, let valueKey) = shape.facts.form, !elements.isEmpty,
        let tags = pairs(in: elements, key: key, value: valueKey)
      {
        for tag in tags { units.append(OwnedUnit(path: path.appending(key: tag.key), value: tag.value)) }
      } else {
        units.append(OwnedUnit(path: path, value: value))
      }
    default: units.append(OwnedUnit(path: path, value: value))
    }
  }

  /// The pairs of a tag list, or `nil` when an element is none or its key is not known yet.
  static func pairs(in elements: [PropertyValue], key: String, value: String) -> [PropertyObject.Field]? {
    var pairs: [PropertyObject.Field] = []
    for element in elements {
      guard let object = element.objectValue, let name = object[key]?.stringValue else { return nil }
      // Tags of an Auto Scaling group have a third field; such a pair is compared as the whole element.
      let content: PropertyValue = object.count <= 2 ? object[value] ?? "" : element
      pairs.append(PropertyObject.Field(key: name, value: content))
    }
    return pairs
  }

  /// The value of a unit in a document, or `nil` where the document has none.
  public static func value(at path: PropertyPath, in document: PropertyObject, shape: DocumentShape) -> PropertyValue? {
    var value = PropertyValue.object(document)
    var place = shape
    for component in path.components {
      switch (component, value) {
      case (.key(let key), .object(let object)):
        guard let next = object[key] else { return nil }
        value = next
        place = place.child(key)
      case (.key(let name), .array(let elements)):
        guard case .tagList(let key, let valueKey) = place.facts.form,
          let tag = pairs(in: elements, key: key, value: valueKey)?.first(where: { $0.key == name })
        else { return nil }
        value = tag.value
        place = place.element.child(valueKey)
      case (.index(let index), .array(let elements)):
        guard elements.indices.contains(index) else { return nil }
        value = elements[index]
        place = place.element
      default: return nil
      }
    }
    return value
  }
}
