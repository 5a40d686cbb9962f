import CatalogData

/// What the catalogue says of one resource type.
///
/// Four bytes wide, an offset into the embedded catalogue; reading it allocates nothing, but for what returns an array.
/// Paths are written `A/B/*/C`: components without `/properties/`, with `*` for elements of lists and values of maps.
public struct TypeSchema: Sendable, Hashable {
  let row: UInt32

  private func word(_ index: UInt32) -> UInt32 { catalog_word(row + index) }

  private func has(_ bit: UInt32) -> Bool { word(3) >> bit & 1 != 0 }

  // MARK: Name and properties

  /// The CloudFormation name, such as `AWS::KMS::Key`.
  public var name: CatalogString { CatalogString(offset: word(0)) }

  /// The service part of the name, such as `AWS::KMS`.
  public var serviceName: String {
    name.withUTF8 { bytes in
      var end = bytes.count
      while end > 1, !(bytes[end - 1] == UInt8(ascii: ":") && bytes[end - 2] == UInt8(ascii: ":")) { end -= 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<Swift.max(0, end - 2)]), as: UTF8.self)
    }
  }

  /// The schema of the whole document.
  public var schema: Schema { Schema(node: word(1), definitions: word(2)) }

  /// The top properties, in the order of their names' bytes.
  public var properties: PropertyTable { schema.properties }

  /// A top property by name.
  public func property(_ name: String) -> PropertySchema? { schema.properties[name] }

  /// The number of named definitions that schemas of this type refer to.
  public var definitionCount: Int { Int(catalog_word(word(2))) }

  /// A definition by position, sorted by name.
  public func definition(at position: Int) -> (name: CatalogString, schema: Schema) {
    precondition(position >= 0 && position < definitionCount, "index out of range")
    let entry = word(2) + 1 + 2 * UInt32(position)
    return (CatalogString(offset: catalog_word(entry)), Schema(node: catalog_word(entry + 1), definitions: word(2)))
  }

  /// A definition by name.
  public func definition(named name: String) -> Schema? {
    let table = word(2)
    let found = name.withCatalogBytes { catalog_find(table + 1, catalog_word(table), 2, $0.baseAddress, $0.count) }
    return found < 0 ? nil : definition(at: Int(found)).schema
  }

  // MARK: Identity

  /// The paths whose values together identify a resource, in the order in which CloudFormation joins them with `|`.
  public var primaryIdentifier: CatalogStrings { CatalogStrings(list: word(4)) }

  /// Other sets of paths that identify a resource.
  public var additionalIdentifiers: CatalogStringLists { CatalogStringLists(list: word(5)) }

  // MARK: Paths with a meaning

  /// Paths that AWS fills.
  public var readOnlyPaths: CatalogStrings { CatalogStrings(list: word(6)) }

  /// Paths whose change replaces the resource.
  public var createOnlyPaths: CatalogStrings { CatalogStrings(list: word(7)) }

  /// Paths of which some changes replace the resource.
  public var conditionalCreateOnlyPaths: CatalogStrings { CatalogStrings(list: word(8)) }

  /// Paths that AWS takes and never returns.
  public var writeOnlyPaths: CatalogStrings { CatalogStrings(list: word(9)) }

  /// Paths that AWS advises against.
  public var deprecatedPaths: CatalogStrings { CatalogStrings(list: word(10)) }

  var pathTrie: UInt32 { word(11) }

  var hasNestedReadOnlyPaths: Bool { has(9) }

  /// Values that AWS stores in another form: paths, and the JSONata text that turns what was given into what is stored.
  public var propertyTransforms: [(path: CatalogString, expression: CatalogString)] {
    let table = word(12)
    return (0..<catalog_word(table)).map { index in
      let entry = table + 1 + 2 * index
      return (CatalogString(offset: catalog_word(entry)), CatalogString(offset: catalog_word(entry + 1)))
    }
  }

  // MARK: Replacement and lifecycle

  /// Whether a replacement must delete the old resource before it creates the new one (`replacementStrategy`).
  public var replacesByDeletingFirst: Bool { has(7) }

  /// Whether deleting the resource loses data (cfn-lint's list of stateful types).
  public var holdsData: Bool { has(6) }

  /// `deprecated`, `sunset`, `maintenance` or the like, if AWS is winding the type down.
  public var lifecycleStatus: CatalogString? { CatalogString(word: word(18)) }

  /// The date of that status, as `2026-09-30`.
  public var lifecycleDate: CatalogString? { CatalogString(word: word(19)) }

  // MARK: Tags

  /// How tags are given to a type.
  public enum TagForm: Sendable, Hashable {
    /// A list of objects with these two properties, mostly `Key` and `Value`.
    case list(key: String, value: String)
    /// An object: keys are tag keys.
    case map
    /// The type takes no tags.
    case none
  }

  /// Whether resources of this type can bear tags.
  public var isTaggable: Bool { has(0) }

  /// Whether tags are set by the call that creates the resource.
  public var isTaggedOnCreate: Bool { has(1) }

  /// Whether tags can change without replacing the resource.
  public var hasUpdatableTags: Bool { has(2) }

  /// Whether CloudFormation sets its own `aws:` tags.
  public var takesSystemTags: Bool { has(3) }

  /// Whether the schema itself says how the type is tagged; otherwise CloudFormation's defaults were taken.
  public var statesTagging: Bool { has(8) }

  /// The top property that holds the tags, mostly `Tags`.
  public var tagProperty: CatalogString? { CatalogString(word: word(13)) }

  /// How tags are given.
  public var tagForm: TagForm {
    guard isTaggable else { return .none }
    if has(4), let key = CatalogString(word: word(14)), let value = CatalogString(word: word(15)) {
      return .list(key: String(key), value: String(value))
    }
    return has(5) ? .map : .none
  }

  // MARK: Documentation

  /// The page that the schema names, if it names one.
  public var documentationURL: CatalogString? { CatalogString(word: word(16)) ?? CatalogString(word: word(17)) }

  /// The type's page in the CloudFormation template reference; the address follows from the name.
  public var referenceURL: String {
    let parts = String(name).lowercased().split(separator: ":", omittingEmptySubsequences: true)
    return "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-"
      + parts.dropFirst().joined(separator: "-") + ".html"
  }

  // MARK: Rules across properties

  /// Rules across properties that cfn-lint adds to the schema.
  public var rules: [CatalogRule] {
    let table = word(20)
    return (0..<catalog_word(table)).map { CatalogRule(row: table + 1 + CatalogRule.stride * $0) }
  }

  var ruleTable: UInt32 { word(20) }
}
