extension OwnedUnit {
  /// A document with another value at the place of a unit.
  ///
  /// - Parameters:
  ///   - value: the new value; `nil` takes the unit away, and objects that it leaves empty with it.
  ///   - path: the unit's path; a place beneath something that the document does not have, or that is no object, is left alone.
  /// - Returns: the document; the same one where there is no such place.
  public static func setting(_ value: PropertyValue?, at path: PropertyPath, in document: PropertyObject, shape: DocumentShape)
    -> PropertyObject
  {
    setting(.object(document), path.components[...], value, shape)?.objectValue ?? [:]
  }

  private static func setting(
    _ value: PropertyValue, _ path: ArraySlice<PropertyPath.Component>, _ replacement: PropertyValue?, _ shape: DocumentShape
  ) -> PropertyValue? {
    guard let first = path.first else { return replacement }
    let rest = path.dropFirst()
    switch (first, value) {
    case (.key(let key), .object(var object)):
      guard let current = object[key] else {
        if let replacement { object[key] = nested(replacement, rest) }
        return .object(object)
      }
      object[key] = setting(current, rest, replacement, shape.child(key))
      return object.isEmpty && replacement == nil ? nil : .object(object)
    case (.index(let index), .array(var elements)):
      guard elements.indices.contains(index) else { return value }
      if let changed = setting(elements[index], rest, replacement, shape.element) { elements[index] = changed }
      return .array(elements)
    case (.key(let name), .array(var elements)):
      guard rest.isEmpty, case .tagList(let key, let valueKey) = shape.facts.form else { return value }
      let index = elements.firstIndex { $0[key]?.stringValue == name }
      switch (index, replacement) {
      case (let index?, let replacement?): elements[index] = tag(name, replacement, key, valueKey)
      case (let index?, nil): elements.remove(at: index)
      case (nil, let replacement?): elements.append(tag(name, replacement, key, valueKey))
      case (nil, nil): break
      }
      return elements.isEmpty && replacement == nil ? nil : .array(elements)
    default: return value
    }
  }

  /// The pair of a tag list; a tag with more than two fields is its own value.
  private static func tag(_ name: String, _ value: PropertyValue, _ key: String, _ valueKey: String) -> PropertyValue {
    if let object = value.objectValue, object[key] != nil { return value }
    return .object([key: .string(name), valueKey: value])
  }

  /// A value inside of as many objects as a path has keys.
  private static func nested(_ value: PropertyValue, _ path: ArraySlice<PropertyPath.Component>) -> PropertyValue {
    path.reversed().reduce(value) { value, component in
      if case .key(let key) = component { .object([key: value]) } else { value }
    }
  }
}
