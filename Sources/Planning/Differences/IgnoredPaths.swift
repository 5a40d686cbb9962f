import StrataModel

/// Puts what was last applied in the place of what the program says, at the paths whose differences are not acted on.
enum IgnoredPaths {
  static func applying(_ paths: [PropertyPath], to desired: PropertyObject, recorded: PropertyObject, shape: DocumentShape)
    -> PropertyObject
  {
    var result = PropertyValue.object(desired)
    for path in paths {
      let kept = OwnedUnit.value(at: path, in: recorded, shape: shape)
      result = replacing(result, path.components[...], with: kept, shape) ?? .object([:])
    }
    return result.objectValue ?? desired
  }

  /// The value with another one at a path; `nil` for none.
  private static func replacing(
    _ value: PropertyValue, _ path: ArraySlice<PropertyPath.Component>, with replacement: PropertyValue?, _ shape: DocumentShape
  ) -> PropertyValue? {
    guard let first = path.first else { return replacement }
    let rest = path.dropFirst()
    switch (first, value) {
    case (.key(let key), .object(var object)):
      guard let current = object[key] else {
        if let replacement, rest.isEmpty { object[key] = replacement }
        return .object(object)
      }
      object[key] = replacing(current, rest, with: replacement, shape.child(key))
      return .object(object)
    case (.index(let index), .array(var elements)):
      guard elements.indices.contains(index) else { return value }
      if let changed = replacing(elements[index], rest, with: replacement, shape.element) { elements[index] = changed }
      return .array(elements)
    case (.key(let name), .array(var elements)):
      guard rest.isEmpty, case .tagList(let key, let valueKey) = shape.facts.form else { return value }
      elements.removeAll { $0[key]?.stringValue == name }
      if let replacement { elements.append(.object([key: .string(name), valueKey: replacement])) }
      return .array(elements)
    default: return value
    }
  }
}
