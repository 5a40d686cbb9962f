/// What a schema is to somebody who declares a value for it.
public enum SchemaKind: UInt8, Sendable, Hashable, CaseIterable {
  /// Any value: the schema has no type, or several scalar ones.
  case any
  /// A string; see `enumValues`, `pattern`, `formats`.
  case string
  /// A whole number.
  case integer
  /// A number.
  case number
  /// True or false.
  case boolean
  /// A list; see `element`.
  case array
  /// An object with free keys; see `element`.
  case map
  /// An object with known properties; see `properties`.
  case object
  /// A free JSON document, given as an object or, where the schema says so, as text.
  case json
  /// A definition under a name; see `resolved` and `definitionName`.
  case reference
}

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

/// What the schema says of a property beyond its value.
public struct PropertyTraits: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The object is refused without it.
  public static let required = PropertyTraits(rawValue: 1)
  /// AWS fills it; a document that sets it is refused.
  public static let readOnly = PropertyTraits(rawValue: 2)
  /// A change replaces the resource.
  public static let createOnly = PropertyTraits(rawValue: 4)
  /// AWS takes it and never returns it.
  public static let writeOnly = PropertyTraits(rawValue: 8)
  /// AWS advises against it.
  public static let deprecated = PropertyTraits(rawValue: 16)
  /// Some changes replace the resource.
  public static let conditionalCreateOnly = PropertyTraits(rawValue: 32)
}
