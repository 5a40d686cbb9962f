import CatalogData

/// The fields of a node, in the order in which Scripts/catalog_generator/schemas.py writes them.
enum SchemaField {
  static let reference: UInt32 = 0
  static let properties: UInt32 = 1
  static let required: UInt32 = 2
  static let items: UInt32 = 3
  static let enumeration: UInt32 = 4
  static let pattern: UInt32 = 5
  static let minimum: UInt32 = 6
  static let maximum: UInt32 = 7
  static let exclusiveMinimum: UInt32 = 8
  static let exclusiveMaximum: UInt32 = 9
  static let multipleOf: UInt32 = 10
  static let minLength: UInt32 = 11
  static let maxLength: UInt32 = 12
  static let minItems: UInt32 = 13
  static let maxItems: UInt32 = 14
  static let format: UInt32 = 15
  static let defaultValue: UInt32 = 16
  static let constant: UInt32 = 17
  static let additionalProperties: UInt32 = 18
  static let patternProperties: UInt32 = 19
  static let oneOf: UInt32 = 20
  static let anyOf: UInt32 = 21
  static let allOf: UInt32 = 22
  static let conditional: UInt32 = 23
  static let dependentRequired: UInt32 = 24
  static let dependentExcluded: UInt32 = 25
  static let requiredXor: UInt32 = 26
  static let requiredOr: UInt32 = 27
  static let mergedProperties: UInt32 = 28
  static let rare: UInt32 = 29

  // Fields of the record behind `rare`.
  static let enumCaseInsensitive: UInt32 = 0
  static let minProperties: UInt32 = 1
  static let maxProperties: UInt32 = 2
  static let uniqueKeys: UInt32 = 3
  static let prefixItems: UInt32 = 4
  static let maxUniqueItems: UInt32 = 5
  static let contains: UInt32 = 6
  static let propertyNames: UInt32 = 7
  static let not: UInt32 = 8

  // Bits of a node's first word.
  static let closed: UInt32 = 1 << 11
  static let unique: UInt32 = 1 << 12
  static let unordered: UInt32 = 1 << 13
  static let never: UInt32 = 1 << 14
}
