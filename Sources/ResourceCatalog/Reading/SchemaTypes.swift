/// The JSON types that a schema admits; empty for all.
public struct SchemaTypes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A string.
  public static let string = SchemaTypes(rawValue: 1)
  /// A whole number.
  public static let integer = SchemaTypes(rawValue: 2)
  /// Any number.
  public static let number = SchemaTypes(rawValue: 4)
  /// True or false.
  public static let boolean = SchemaTypes(rawValue: 8)
  /// A list.
  public static let array = SchemaTypes(rawValue: 16)
  /// An object.
  public static let object = SchemaTypes(rawValue: 32)
  /// Null.
  public static let null = SchemaTypes(rawValue: 64)

  /// Everything that is neither a list nor an object.
  public static let scalars: SchemaTypes = [.string, .integer, .number, .boolean, .null]
}
