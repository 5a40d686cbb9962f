import StrataModel

extension PropertyValue {
  /// The value with fields of objects under other names, at every depth.
  func renamingFields(_ names: [String: String]) -> PropertyValue {
    switch self {
    case .object(let object):
      .object(PropertyObject(object.fields.map { (names[$0.key] ?? $0.key, $0.value.renamingFields(names)) }))
    case .array(let elements): .array(elements.map { $0.renamingFields(names) })
    default: self
    }
  }
}
