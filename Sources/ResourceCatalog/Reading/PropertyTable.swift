import CatalogData

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
