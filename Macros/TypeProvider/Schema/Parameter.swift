public import ResourceCatalog

/// One parameter of a generated initializer: a property of a resource or of a nested object.
public struct Parameter: Sendable {
  /// The label, by ``PropertyLabel``.
  public let label: String

  /// The property's name in CloudFormation.
  public let property: String

  /// What the property is in Swift.
  public let type: ValueType

  /// Whether the schema requires the property.
  public let isRequired: Bool

  /// What the schema says about the property as such.
  public let traits: PropertyTraits

  /// What the schema says about its value.
  public let schema: Schema

  /// The type of the parameter, with the `?` of an optional one.
  public var declaredType: String { isRequired ? type.swiftName : type.optionalSwiftName }

  /// The order of parameters: required ones first, then by label.
  ///
  /// Labels are compared byte by byte, so the order is the same on every machine.
  public static func precedes(_ left: Parameter, _ right: Parameter) -> Bool {
    precedes((left.label, left.isRequired), (right.label, right.isRequired))
  }

  /// The order of parameters for whoever has only labels: required ones first, then by label.
  public static func precedes(_ left: (label: String, isRequired: Bool), _ right: (label: String, isRequired: Bool)) -> Bool {
    if left.isRequired != right.isRequired { return left.isRequired }
    return left.label.utf8.lexicographicallyPrecedes(right.label.utf8)
  }
}
