import CatalogData

/// A rule across properties that cfn-lint adds to a resource's schema.
public struct CatalogRule: Sendable {
  static let stride: UInt32 = 7
  let row: UInt32

  /// A check that is written by hand in Rules/, or 0 for what `schema` says; the numbers are Scripts/catalog_generator/rules.py's.
  var check: UInt32 { catalog_word(row + 6) }

  /// Where the rule applies: components, with `*` for elements of lists and values of maps; empty for the whole document.
  public var path: CatalogStrings { CatalogStrings(list: catalog_word(row)) }

  /// What must fit there.
  public var schema: Schema { Schema(node: catalog_word(row + 1), definitions: catalog_word(row + 2)) }

  /// What the rule wants, in a sentence.
  public var summary: CatalogString { CatalogString(offset: catalog_word(row + 3)) }

  /// cfn-lint's number of the rule, such as `E3638`.
  public var identifier: CatalogString { CatalogString(offset: catalog_word(row + 4)) }

  /// Whether AWS takes a document that breaks the rule, mostly by ignoring a property.
  public var isWarning: Bool { catalog_word(row + 5) == 1 }
}
