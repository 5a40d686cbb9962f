public import StrataModel

/// A value that may be known only once another resource exists, for example `bucket.domainName`.
///
/// Interpolating a value into a string keeps the reference: `"https://\(bucket.domainName)/"` becomes a join that is evaluated when the name is
/// known. There is no way to look into a value while the program runs, because the program ends before anything is deployed.
public struct Value<Wrapped>: Input {
  public let propertyValue: PropertyValue

  /// Creates a value from the graph's form of it.
  public init(propertyValue: PropertyValue) { self.propertyValue = propertyValue }

  /// Creates a value from anything that a property of the same type takes.
  public init(_ input: any Input<Wrapped>) { propertyValue = input.propertyValue }
}

extension Value: Number where Wrapped: Numeric {}

extension Value: CustomStringConvertible {
  /// The text of a known value; otherwise a token that becomes the reference again when the string is used.
  public var description: String { InterpolationToken.text(of: propertyValue) }
}

extension Value: ExpressibleByUnicodeScalarLiteral where Wrapped == String {
  public init(unicodeScalarLiteral value: String) { propertyValue = .string(value) }
}

extension Value: ExpressibleByExtendedGraphemeClusterLiteral where Wrapped == String {
  public init(extendedGraphemeClusterLiteral value: String) { propertyValue = .string(value) }
}

extension Value: ExpressibleByStringLiteral where Wrapped == String {
  public init(stringLiteral value: String) { propertyValue = InterpolationToken.decode(value) }
}

extension Value: ExpressibleByStringInterpolation where Wrapped == String {}

extension Value: ExpressibleByIntegerLiteral where Wrapped == Int {
  public init(integerLiteral value: Int) { propertyValue = .integer(value) }
}

extension Value: ExpressibleByFloatLiteral where Wrapped == Double {
  public init(floatLiteral value: Double) { propertyValue = .number(value) }
}

extension Value: ExpressibleByBooleanLiteral where Wrapped == Bool {
  public init(booleanLiteral value: Bool) { propertyValue = .bool(value) }
}
