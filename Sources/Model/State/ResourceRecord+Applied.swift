extension ResourceRecord {
  /// The properties as they were sent: references and expressions replaced by what they were resolved to.
  public var appliedProperties: PropertyObject {
    if bindings.isEmpty { return inputs }
    var result = inputs
    for field in inputs.fields where !field.value.isLiteral {
      result[field.key] = Self.bound(field.value, at: PropertyPath(field.key), bindings)
    }
    return result
  }

  private static func bound(_ value: PropertyValue, at path: PropertyPath, _ bindings: [PropertyPath: PropertyValue]) -> PropertyValue {
    switch value {
    case .reference, .expression: bindings[path] ?? value
    case .array(let elements):
      .array(elements.enumerated().map { bound($0.element, at: path.appending(index: $0.offset), bindings) })
    case .object(let object):
      .object(PropertyObject(object.fields.map { ($0.key, bound($0.value, at: path.appending(key: $0.key), bindings)) }))
    default: value
    }
  }
}
