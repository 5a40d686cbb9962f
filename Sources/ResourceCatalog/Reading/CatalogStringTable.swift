import CatalogData

/// Named lists of strings, as in "if this property is there, those must be".
public struct CatalogStringTable: Sendable, RandomAccessCollection {
  let table: UInt32

  /// Always zero.
  public var startIndex: Int { 0 }

  /// The number of entries.
  public var endIndex: Int { table == catalog_none ? 0 : Int(catalog_word(table)) }

  /// The entry at a position.
  public subscript(position: Int) -> (name: CatalogString, names: CatalogStrings) {
    precondition(position >= 0 && position < endIndex, "index out of range")
    let row = table + 1 + 2 * UInt32(position)
    return (CatalogString(offset: catalog_word(row)), CatalogStrings(list: catalog_word(row + 1)))
  }
}
