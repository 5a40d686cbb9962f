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
