import CatalogData

/// Lists of strings that stand one after the other in the catalogue.
public struct CatalogStringLists: Sendable, RandomAccessCollection {
  let list: UInt32

  /// Always zero.
  public var startIndex: Int { 0 }

  /// The number of lists.
  public var endIndex: Int { list == catalog_none ? 0 : Int(catalog_word(list)) }

  /// The list at a position.
  public subscript(position: Int) -> CatalogStrings {
    precondition(position >= 0 && position < endIndex, "index out of range")
    return CatalogStrings(list: catalog_word(list + 1 + UInt32(position)))
  }
}
