import CatalogData

/// What the catalogue says of one value: a property, an element, a definition, an alternative.
///
/// Eight bytes wide, an offset into the embedded catalogue; reading it allocates nothing.
/// Two schemas are equal if they are the same node, as equal schemas of different types are.
public struct Schema: Sendable, Hashable {
  let node: UInt32
  /// The table that references of this node point into.
  let definitions: UInt32

  init(node: UInt32, definitions: UInt32) {
    self.node = node
    self.definitions = definitions
  }

  func field(_ field: UInt32) -> UInt32 { catalog_field(node, field) }

  func rareField(_ field: UInt32) -> UInt32 {
    let rare = catalog_field(node, SchemaField.rare)
    return rare == catalog_none ? catalog_none : catalog_field(rare, field)
  }

  func child(_ word: UInt32) -> Schema? { word == catalog_none ? nil : Schema(node: word, definitions: definitions) }

  func list(_ word: UInt32) -> SchemaList { SchemaList(list: word, definitions: definitions) }

  var flags: UInt32 { catalog_word(node) }

  // MARK: Kind

  /// What the value is to somebody who declares it.
  ///
  /// `reference` stands for a definition: ask `resolved`.
  public var kind: SchemaKind { SchemaKind(rawValue: UInt8(flags & 0xf)) ?? .any }

  /// The JSON types that are admitted; empty for all.
  public var types: SchemaTypes { SchemaTypes(rawValue: UInt8(flags >> 4 & 0x7f)) }

  /// The definition behind a reference, through any number of references; itself otherwise.
  public var resolved: Schema {
    var schema = self
    for _ in 0..<16 {
      guard let next = schema.referenced else { return schema }
      schema = next
    }
    return schema
  }

  /// The definition that this schema refers to, without following further references.
  var referenced: Schema? {
    let index = field(SchemaField.reference)
    return index == catalog_none ? nil : child(catalog_word(definitions + 2 + 2 * index))
  }

  /// The name of the definition that this schema refers to, such as `ServerSideEncryptionRule`.
  public var definitionName: CatalogString? {
    let index = field(SchemaField.reference)
    return index == catalog_none ? nil : CatalogString(offset: catalog_word(definitions + 1 + 2 * index))
  }

  // MARK: Objects

  /// The properties of an object, together with those that only its alternatives name.
  public var properties: PropertyTable {
    let merged = field(SchemaField.mergedProperties)
    return PropertyTable(table: merged == catalog_none ? field(SchemaField.properties) : merged, definitions: definitions)
  }

  /// The properties of an object without those that only alternatives name.
  public var ownProperties: PropertyTable { PropertyTable(table: field(SchemaField.properties), definitions: definitions) }

  /// A property by name, also one that only alternatives name.
  public func property(_ name: String) -> PropertySchema? { properties[name] }

  /// Names that are required without being among the properties.
  public var looselyRequired: CatalogStrings { CatalogStrings(list: field(SchemaField.required)) }

  /// Whether an unknown key is refused.
  public var refusesAdditionalProperties: Bool { flags & SchemaField.closed != 0 }

  /// The schema of values under keys that are no properties.
  public var additionalProperties: Schema? { child(field(SchemaField.additionalProperties)) }

  /// Schemas of values by a pattern of their keys.
  public var patternProperties: [(pattern: CatalogString, schema: Schema)] {
    let table = field(SchemaField.patternProperties)
    guard table != catalog_none else { return [] }
    return (0..<catalog_word(table)).map { index in
      let row = table + 1 + 2 * index
      return (
        CatalogString(offset: catalog_word(row)), Schema(node: catalog_word(row + 1), definitions: definitions)
      )
    }
  }

  /// Whether no value is valid: the property must be left out.
  public var isNever: Bool { flags & SchemaField.never != 0 }
}
