public import StrataModel

/// A string of which AWS's schema lists the allowed values, one static member each: `keySpec: .rsa2048`.
///
/// A string literal is taken too, and is checked against the list. A variable or reference goes in by interpolation, `"\(spec)"`, or by ``raw(_:)``.
public protocol StringEnum: Sendable, ExpressibleByStringInterpolation where StringLiteralType == String {
  /// The value as the graph stores it.
  var propertyValue: PropertyValue { get }

  /// Creates a value from the graph's form of it.
  init(propertyValue: PropertyValue)
}

extension StringEnum {
  /// One of the values that the schema lists, for generated code.
  public init(literal: String) { self.init(propertyValue: .string(literal)) }

  public init(stringLiteral value: String) { self.init(propertyValue: InterpolationToken.decode(value)) }

  /// A value that is known only as a string, for example from a variable or another resource; checked at synthesis.
  public static func raw(_ value: any Input<String>) -> Self { Self(propertyValue: value.propertyValue) }
}
