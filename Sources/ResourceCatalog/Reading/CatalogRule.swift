import CatalogData

/// A rule across properties that cfn-lint adds to a resource's schema.
public struct CatalogRule: Sendable {
  let row: UInt32

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
