public import StrataModel

extension PropertyFields {
  /// Sets a field to a map of scalars.
  @inline(never)
  public mutating func putMap<T>(_ name: String, _ values: [String: any Input<T>]?) {
    if let values { set(name, Self.map(values) { $0.propertyValue }) }
  }

  /// Sets a field to a map of numbers.
  @inline(never)
  public mutating func putNumberMap(_ name: String, _ values: [String: any Number]?) {
    if let values { set(name, Self.map(values) { $0.propertyValue }) }
  }

  /// Sets a field to a map of values that the schema lists.
  @inline(never)
  public mutating func putChoiceMap(_ name: String, _ values: [String: some StringEnum]?) {
    if let values { set(name, Self.map(values) { $0.propertyValue }) }
  }

  /// Sets a field to a map of nested objects.
  @inline(never)
  public mutating func putShapeMap(_ name: String, _ values: [String: some Shape]?) {
    if let values { set(name, Self.map(values) { $0.propertyValue }) }
  }

  /// Sets a field to a map of free JSON values.
  @inline(never)
  public mutating func putDocumentMap(_ name: String, _ values: [String: Document]?) {
    if let values { set(name, Self.map(values) { $0.propertyValue }) }
  }

  /// Sets a field to an attribute of each of several resources, by key.
  @inline(never)
  public mutating func putReferenceMap<T>(_ name: String, _ values: [String: any Reference<T>]?, _ attribute: String) {
    if let values { set(name, Self.map(values) { $0.reference(to: attribute) }) }
  }

  /// Sets a field to a map, each value converted by `transform`.
  @inline(never)
  public mutating func putEachKey<Element>(_ name: String, _ values: [String: Element]?, _ transform: (Element) -> PropertyValue) {
    if let values { set(name, Self.map(values, transform)) }
  }

  /// The map of converted values, keys ascending.
  public static func map<Element>(_ values: [String: Element], _ transform: (Element) -> PropertyValue) -> PropertyValue {
    var object = PropertyObject()
    for key in values.keys.sorted() {
      guard let value = values[key] else { continue }
      object[key] = checked(transform(value), key: key)
    }
    return .object(object)
  }

  /// The value, or a marker for a key in which a reference was interpolated: keys of JSON cannot wait for a value.
  static func checked(_ value: PropertyValue, key: String) -> PropertyValue {
    InterpolationToken.mayHoldToken(key) ? ProvisionalAddress.mangledKey(key) : value
  }
}
