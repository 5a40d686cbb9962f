extension PropertyObject {
  /// Sets a field unless the value is absent.
  package mutating func set(_ key: String, _ text: String?) {
    if let text { self[key] = .string(text) }
  }

  /// Sets a field unless the value is absent.
  package mutating func set(_ key: String, _ number: Int?) {
    if let number { self[key] = .integer(number) }
  }

  /// Sets a flag that is written only when it is set.
  package mutating func setFlag(_ key: String, _ flag: Bool) {
    if flag { self[key] = true }
  }

  /// Sets a list that is written only when it has elements.
  package mutating func setList(_ key: String, _ elements: [PropertyValue]) {
    if !elements.isEmpty { self[key] = .array(elements) }
  }

  /// Sets an object that is written only when it has fields.
  package mutating func setProperties(_ key: String, _ properties: PropertyObject) {
    if !properties.isEmpty { self[key] = .object(properties) }
  }

  /// Sets pairs of a path and a value, ascending by path; written only when there are some.
  package mutating func setPairs<Value>(_ key: String, _ pairs: [PropertyPath: Value], _ encode: (Value) -> PropertyValue) {
    guard !pairs.isEmpty else { return }
    self[key] = .array(pairs.sorted { $0.key < $1.key }.map { .array([$0.key.json, encode($0.value)]) })
  }
}
