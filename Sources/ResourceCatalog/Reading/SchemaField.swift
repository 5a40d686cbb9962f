import CatalogData

/// The fields of a node, in the order in which Scripts/catalog_generator/schemas.py writes them.
enum SchemaField {
  static var reference: UInt32 { 0 }
  static var properties: UInt32 { 1 }
  static var required: UInt32 { 2 }
  static var items: UInt32 { 3 }
  static var enumeration: UInt32 { 4 }
  static var pattern: UInt32 { 5 }
  static var minimum: UInt32 { 6 }
  static var maximum: UInt32 { 7 }
  static var exclusiveMinimum: UInt32 { 8 }
  static var exclusiveMaximum: UInt32 { 9 }
  static var multipleOf: UInt32 { 10 }
  static var minLength: UInt32 { 11 }
  static var maxLength: UInt32 { 12 }
  static var minItems: UInt32 { 13 }
  static var maxItems: UInt32 { 14 }
  static var format: UInt32 { 15 }
  static var defaultValue: UInt32 { 16 }
  static var constant: UInt32 { 17 }
  static var additionalProperties: UInt32 { 18 }
  static var patternProperties: UInt32 { 19 }
  static var oneOf: UInt32 { 20 }
  static var anyOf: UInt32 { 21 }
  static var allOf: UInt32 { 22 }
  static var conditional: UInt32 { 23 }
  static var dependentRequired: UInt32 { 24 }
  static var dependentExcluded: UInt32 { 25 }
  static var requiredXor: UInt32 { 26 }
  static var requiredOr: UInt32 { 27 }
  static var mergedProperties: UInt32 { 28 }
  static var rare: UInt32 { 29 }

  // Fields of the record behind `rare`.
  static var enumCaseInsensitive: UInt32 { 0 }
  static var minProperties: UInt32 { 1 }
  static var maxProperties: UInt32 { 2 }
  static var uniqueKeys: UInt32 { 3 }
  static var prefixItems: UInt32 { 4 }
  static var maxUniqueItems: UInt32 { 5 }
  static var contains: UInt32 { 6 }
  static var propertyNames: UInt32 { 7 }
  static var not: UInt32 { 8 }

  // Masks over a node's second word, as numbers because a debug build computes shifts anew at each use.

  /// Enumeration, pattern, bounds, lengths, format, constant, rare.
  static var scalarMask: UInt32 { 0x2002_9ff0 }
  /// oneOf, anyOf, allOf, conditional, rare.
  static var alternativeMask: UInt32 { 0x20f0_0000 }
  /// Required names beside the properties, dependencies, exclusive properties, rare.
  static var objectMask: UInt32 { 0x2f00_0004 }
  /// Lengths of strings.
  static var lengthMask: UInt32 { 0x1800 }
  /// Bounds of numbers.
  static var numberMask: UInt32 { 0x07c0 }
  /// What numbers and Booleans are compared with as text, as CloudFormation does: enumeration, pattern, constant, rare.
  static var textMask: UInt32 { 0x2002_0030 }

  // Bits of a node's first word.
  static var closed: UInt32 { 0x0800 }
  static var unique: UInt32 { 0x1000 }
  static var unordered: UInt32 { 0x2000 }
  static var never: UInt32 { 0x4000 }
}
