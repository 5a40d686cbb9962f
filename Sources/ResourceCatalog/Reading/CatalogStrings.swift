import CatalogData

/// Strings that stand one after the other in the catalogue.
public struct CatalogStrings: Sendable, RandomAccessCollection {
  let start: UInt32
  let number: UInt32

  /// `list` is the heap index of a count followed by that many strings.
  init(list: UInt32) {
    if list == catalog_none {
      start = 0
      number = 0
    } else {
      start = list + 1
      number = catalog_word(list) & 0x7fff_ffff
    }
  }

  /// Always zero.
  public var startIndex: Int { 0 }

  /// The number of strings.
  public var endIndex: Int { Int(number) }

  /// The string at a position.
  public subscript(position: Int) -> CatalogString {
    precondition(position >= 0 && position < Int(number), "index out of range")
    return CatalogString(offset: catalog_word(start + UInt32(position)))
  }

  /// Whether one of the strings has these bytes; linear.
  public func contains(_ string: String) -> Bool {
    string.withCatalogBytes { bytes in
      for index in 0..<number where catalog_string_compare(catalog_word(start + index), bytes.baseAddress, bytes.count) == 0 {
        return true
      }
      return false
    }
  }

  /// Copies of all strings.
  public var strings: [String] { map { String($0) } }
}
