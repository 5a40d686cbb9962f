import CatalogData

/// Schemas that stand one after the other in the catalogue, such as alternatives.
public struct SchemaList: Sendable, RandomAccessCollection {
  let list: UInt32
  let definitions: UInt32

  /// Always zero.
  public var startIndex: Int { 0 }

  /// The number of schemas.
  public var endIndex: Int { list == catalog_none ? 0 : Int(catalog_word(list)) }

  /// The schema at a position.
  public subscript(position: Int) -> Schema {
    precondition(position >= 0 && position < endIndex, "index out of range")
    return Schema(node: catalog_word(list + 1 + UInt32(position)), definitions: definitions)
  }
}
