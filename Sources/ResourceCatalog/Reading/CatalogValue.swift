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
