import CatalogData

/// The members of an enumeration.
public struct CatalogValues: Sendable {
  let list: UInt32

  /// The number of members.
  public var count: Int { Int(catalog_word(list) & 0x7fff_ffff) }

  /// The members if all are strings, as nearly always.
  public var strings: CatalogStrings? {
    catalog_word(list) & 0x8000_0000 != 0 ? CatalogStrings(list: list) : nil
  }

  /// The members, whatever they are.
  public var values: [CatalogValue.Content] {
    if let strings { return strings.map { .string($0) } }
    return (0..<UInt32(count)).compactMap { CatalogValue(word: catalog_word(list + 1 + $0))?.content }
  }

  /// Whether one of the members is this number.
  func contains(_ number: Double) -> Bool {
    guard strings == nil else { return false }
    for index in 0..<UInt32(count) {
      let word = catalog_word(list + 1 + index)
      if catalog_word(word) == 3, catalog_double(catalog_word(word + 1)) == number { return true }
    }
    return false
  }

  /// The members as text without quotes, for messages and documentation.
  public var texts: [String] {
    values.map {
      switch $0 {
      case .string(let value): String(value)
      case .number(let value): NumberText.text(value)
      case .bool(let value): value ? "true" : "false"
      case .null, .array, .object: "null"
      }
    }
  }
}
