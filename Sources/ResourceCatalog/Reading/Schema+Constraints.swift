import CatalogData

extension Schema {
  private func number(_ field: UInt32) -> Double? {
    let word = self.field(field)
    return word == catalog_none ? nil : catalog_double(word)
  }

  private func count(_ word: UInt32) -> Int? { word == catalog_none ? nil : Int(word) }

  // MARK: Scalars

  /// The allowed values.
  public var enumeration: CatalogValues? {
    let word = field(SchemaField.enumeration)
    return word == catalog_none ? nil : CatalogValues(list: word)
  }

  /// The allowed strings, if the allowed values are strings.
  public var enumValues: CatalogStrings? { enumeration?.strings }

  /// Allowed values that are compared without regard to case.
  public var caseInsensitiveEnumeration: CatalogValues? {
    let word = rareField(SchemaField.enumCaseInsensitive)
    return word == catalog_none ? nil : CatalogValues(list: word)
  }

  /// The regular expression (ECMA-262) that must be found in the string; not anchored by itself.
  public var pattern: CatalogString? { CatalogString(word: field(SchemaField.pattern)) }

  /// The smallest allowed number.
  public var minimum: Double? { number(SchemaField.minimum) }

  /// The largest allowed number.
  public var maximum: Double? { number(SchemaField.maximum) }

  /// The number that a value must exceed.
  public var exclusiveMinimum: Double? { number(SchemaField.exclusiveMinimum) }

  /// The number that a value must stay below.
  public var exclusiveMaximum: Double? { number(SchemaField.exclusiveMaximum) }

  /// The number that a value must be a multiple of.
  public var multipleOf: Double? { number(SchemaField.multipleOf) }

  /// The least number of Unicode scalars.
  public var minLength: Int? { count(field(SchemaField.minLength)) }

  /// The largest number of Unicode scalars.
  public var maxLength: Int? { count(field(SchemaField.maxLength)) }

  /// The kind of string, of this schema itself.
  ///
  /// An identifier such as `AWS::EC2::VPC.Id`, or `date-time`, `json` and the like.
  public var format: CatalogString? { CatalogString(word: field(SchemaField.format)) }

  /// Every kind of identifier that is accepted: this schema's own and those of its alternatives.
  public var formats: [CatalogString] {
    var found = format.map { [$0] } ?? []
    for alternatives in [anyOf, oneOf] {
      for alternative in alternatives { if let format = alternative.format { found.append(format) } }
    }
    return found
  }

  /// What AWS takes if the property is left out, as far as the schema says.
  public var defaultValue: CatalogValue? { CatalogValue(word: field(SchemaField.defaultValue)) }

  /// The only allowed value.
  public var constant: CatalogValue? { CatalogValue(word: field(SchemaField.constant)) }

  // MARK: Lists and maps

  /// The schema of a list's elements or of a map's values.
  public var element: Schema? {
    let items = field(SchemaField.items)
    if items != catalog_none { return child(items) }
    let table = field(SchemaField.patternProperties)
    if table != catalog_none, catalog_word(table) > 0 { return child(catalog_word(table + 2)) }
    return additionalProperties
  }

  /// The least number of elements.
  public var minItems: Int? { count(field(SchemaField.minItems)) }

  /// The largest number of elements.
  public var maxItems: Int? { count(field(SchemaField.maxItems)) }

  /// The largest number of different elements.
  public var maxUniqueItems: Int? { count(rareField(SchemaField.maxUniqueItems)) }

  /// Whether equal elements are refused.
  public var hasUniqueItems: Bool { flags & SchemaField.unique != 0 }

  /// Whether the order of the elements means nothing (`insertionOrder` is false).
  public var isUnordered: Bool { flags & SchemaField.unordered != 0 }

  /// Properties whose values together tell elements apart.
  public var uniqueKeys: CatalogStrings { CatalogStrings(list: rareField(SchemaField.uniqueKeys)) }

  /// Schemas of the first elements.
  public var prefixItems: SchemaList { list(rareField(SchemaField.prefixItems)) }

  /// A schema that at least one element must fit.
  public var contains: Schema? { child(rareField(SchemaField.contains)) }

  /// The schema of an object's keys.
  public var propertyNames: Schema? { child(rareField(SchemaField.propertyNames)) }

  /// The least number of keys.
  public var minProperties: Int? { count(rareField(SchemaField.minProperties)) }

  /// The largest number of keys.
  public var maxProperties: Int? { count(rareField(SchemaField.maxProperties)) }

  // MARK: Alternatives and rules across properties

  /// Alternatives of which exactly one must fit.
  public var oneOf: SchemaList { list(field(SchemaField.oneOf)) }

  /// Alternatives of which at least one must fit.
  public var anyOf: SchemaList { list(field(SchemaField.anyOf)) }

  /// Schemas that must all fit.
  public var allOf: SchemaList { list(field(SchemaField.allOf)) }

  /// A schema that must not fit.
  public var not: Schema? { child(rareField(SchemaField.not)) }

  /// If the first fits then the second must, else the third.
  public var conditional: (condition: Schema, then: Schema?, otherwise: Schema?)? {
    let word = field(SchemaField.conditional)
    guard word != catalog_none, let condition = child(catalog_word(word)) else { return nil }
    return (condition, child(catalog_word(word + 1)), child(catalog_word(word + 2)))
  }

  /// With a property, those others must be there.
  public var dependentRequired: CatalogStringTable { CatalogStringTable(table: field(SchemaField.dependentRequired)) }

  /// With a property, those others must not be there.
  public var dependentExcluded: CatalogStringTable { CatalogStringTable(table: field(SchemaField.dependentExcluded)) }

  /// Properties of which exactly one must be there.
  public var requiredXor: CatalogStrings { CatalogStrings(list: field(SchemaField.requiredXor)) }

  /// Properties of which at least one must be there.
  public var requiredOr: CatalogStrings { CatalogStrings(list: field(SchemaField.requiredOr)) }
}
