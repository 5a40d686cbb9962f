import CatalogData

/// A JSON value of the catalogue: a default, a constant, a member of an enumeration.
public struct CatalogValue: Sendable {
  let word: UInt32

  init?(word: UInt32) {
    guard word != catalog_none else { return nil }
    self.word = word
  }

  /// The value, one level deep.
  public enum Content: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// Any number, integers included.
    case number(Double)
    /// A string.
    case string(CatalogString)
    /// An array of values.
    case array([CatalogValue])
    /// An object, its keys in the order of bytes.
    case object([(key: CatalogString, value: CatalogValue)])
  }

  /// What the value is.
  public var content: Content {
    let payload = catalog_word(word + 1)
    switch catalog_word(word) {
    case 1: return .bool(false)
    case 2: return .bool(true)
    case 3: return .number(catalog_double(payload))
    case 4: return .string(CatalogString(offset: payload))
    case 5: return .array((0..<catalog_word(payload)).compactMap { CatalogValue(word: catalog_word(payload + 1 + $0)) })
    case 6:
      return .object(
        (0..<catalog_word(payload)).compactMap { index in
          let row = payload + 1 + 2 * index
          return CatalogValue(word: catalog_word(row + 1)).map { (CatalogString(offset: catalog_word(row)), $0) }
        })
    default: return .null
    }
  }

  /// The value as JSON text, for messages and documentation.
  public var json: String {
    switch content {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value): NumberText.text(value)
    case .string(let value): "\"\(value)\""
    case .array(let values): "[" + values.map(\.json).joined(separator: ", ") + "]"
    case .object(let members): "{" + members.map { "\"\($0.key)\": \($0.value.json)" }.joined(separator: ", ") + "}"
    }
  }
}

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

/// Numbers as people write them: `90`, not `90.0`.
enum NumberText {
  static func text(_ value: Double) -> String {
    if let integer = Int(exactly: value) { return String(integer) }
    return String(value)
  }
}
