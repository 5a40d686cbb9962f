import CatalogData

/// A property of an object: its name, what it may be, and what a change of it means.
public struct PropertySchema: Sendable {
  let row: UInt32
  let definitions: UInt32

  /// The name as CloudFormation writes it.
  public var name: CatalogString { CatalogString(offset: catalog_word(row) & 0xff_ffff) }

  /// What the value may be.
  public var schema: Schema { Schema(node: catalog_word(row + 1), definitions: definitions) }

  /// All marks at once.
  ///
  /// Other marks than `required` are set on the top properties of a type only; for nested ones ask the type.
  public var traits: PropertyTraits { PropertyTraits(rawValue: UInt8(catalog_word(row) >> 24)) }

  /// Whether the object is refused without it.
  public var isRequired: Bool { traits.contains(.required) }

  /// Whether AWS fills it.
  public var isReadOnly: Bool { traits.contains(.readOnly) }

  /// Whether a change replaces the resource.
  public var isCreateOnly: Bool { traits.contains(.createOnly) }

  /// Whether AWS takes it and never returns it.
  public var isWriteOnly: Bool { traits.contains(.writeOnly) }

  /// Whether AWS advises against it.
  public var isDeprecated: Bool { traits.contains(.deprecated) }

  /// Whether some changes replace the resource.
  public var isConditionalCreateOnly: Bool { traits.contains(.conditionalCreateOnly) }
}

/// The properties of an object, in the order of their names' bytes.
public struct PropertyTable: Sendable, RandomAccessCollection {
  let table: UInt32
  let definitions: UInt32

  /// Always zero.
  public var startIndex: Int { 0 }

  /// The number of properties.
  public var endIndex: Int { table == catalog_none ? 0 : Int(catalog_word(table) & 0xffff) }

  /// The property at a position.
  public subscript(position: Int) -> PropertySchema {
    precondition(position >= 0 && position < endIndex, "index out of range")
    return PropertySchema(row: table + 1 + 2 * UInt32(position), definitions: definitions)
  }

  /// The position of a property, by binary search over the catalogue's bytes.
  public func position(of name: String) -> Int? {
    guard table != catalog_none else { return nil }
    let found = name.withCatalogBytes { catalog_find(table + 1, catalog_word(table) & 0xffff, 2, $0.baseAddress, $0.count) }
    return found < 0 ? nil : Int(found)
  }

  /// A property by name.
  public subscript(name: String) -> PropertySchema? {
    position(of: name).map { PropertySchema(row: table + 1 + 2 * UInt32($0), definitions: definitions) }
  }
}
