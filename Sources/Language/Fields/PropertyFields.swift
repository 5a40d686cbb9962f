public import StrataModel

/// The fields of a resource or nested object while its initializer fills them; used by generated code.
///
/// Generated code puts fields in ascending order of their names, so that each is appended. There is one method per kind of value rather than one
/// overloaded name, because the compiler then has nothing to choose in 35,000 generated lines; and none is inlined, because that buys nothing there.
public struct PropertyFields: Sendable {
  /// What has been put so far.
  public private(set) var object = PropertyObject(minimumCapacity: 4)

  /// The tags of a resource; they are written in the type's form once the default tags are known.
  public private(set) var tags: Tags?

  /// Creates fields without any.
  public init() {}

  /// No fields, and no room for any.
  static let none = PropertyFields(object: PropertyObject())

  private init(object: PropertyObject) { self.object = object }

  /// Hands over the object, so that it can be changed without a copy.
  mutating func takeObject() -> PropertyObject {
    let taken = object
    object = PropertyObject()
    return taken
  }

  /// The fields as one value.
  public var propertyValue: PropertyValue { .object(object) }

  /// Sets a field to a value in the graph's form.
  @inline(never)
  public mutating func set(_ name: String, _ value: PropertyValue) { object[name] = value }

  /// Sets the resource's tags.
  @inline(never)
  public mutating func putTags(_ value: Tags?) { tags = value }

  /// Sets a field to a scalar.
  @inline(never)
  public mutating func put<T>(_ name: String, _ value: (any Input<T>)?) {
    if let value { object[name] = value.propertyValue }
  }

  /// Sets a field to a number.
  @inline(never)
  public mutating func putNumber(_ name: String, _ value: (any Number)?) {
    if let value { object[name] = value.propertyValue }
  }

  /// Sets a write-only field.
  @inline(never)
  public mutating func putSecret(_ name: String, _ value: (any SecretInput)?) {
    if let value { object[name] = value.secretValue }
  }

  /// Sets a field to one of the values that the schema lists.
  @inline(never)
  public mutating func putChoice(_ name: String, _ value: (some StringEnum)?) {
    if let value { object[name] = value.propertyValue }
  }

  /// Sets a field to a nested object.
  @inline(never)
  public mutating func putShape(_ name: String, _ value: (some Shape)?) {
    if let value { object[name] = value.propertyValue }
  }

  /// Sets a field to free JSON.
  @inline(never)
  public mutating func putDocument(_ name: String, _ value: Document?) {
    if let value { object[name] = value.propertyValue }
  }

  /// Sets a field to an attribute of another resource.
  @inline(never)
  public mutating func putReference<T>(_ name: String, _ value: (any Reference<T>)?, _ attribute: String) {
    if let value { object[name] = value.reference(to: attribute) }
  }
}
