import CatalogData

extension TypeSchema {
  /// What the schema says of a path: the marks of every listed path that covers it.
  ///
  /// A listed path covers everything beneath it. Components are property names; an element of a list is `*` or its index,
  /// a value of a map `*` or its key. One component is answered from the property's own marks.
  public func traits(at path: some Collection<String>) -> PropertyTraits {
    guard let first = path.first else { return [] }
    if path.count == 1 { return property(first)?.traits.subtracting(.required) ?? [] }
    var found: PropertyTraits = []
    var trie = pathTrie
    for component in path {
      guard trie != catalog_none else { break }
      var row = component.withCatalogBytes { catalog_find(trie + 1, catalog_word(trie), 3, $0.baseAddress, $0.count) }
      if row < 0 { row = TypeSchema.wildcard(in: trie) }
      guard row >= 0 else { break }
      let entry = trie + 1 + 3 * UInt32(row)
      found.formUnion(PropertyTraits(rawValue: UInt8(catalog_word(entry + 1) >> 24)))
      trie = catalog_word(entry + 2)
    }
    return found
  }

  /// The row of `*` in a level of the tree of paths.
  private static func wildcard(in trie: UInt32) -> Int32 {
    var star = UInt8(ascii: "*")
    return catalog_find(trie + 1, catalog_word(trie), 3, &star, 1)
  }

  /// Whether a change at the path replaces the resource.
  public func isCreateOnly(_ path: some Collection<String>) -> Bool { traits(at: path).contains(.createOnly) }

  /// Whether some changes at the path replace the resource.
  public func isConditionalCreateOnly(_ path: some Collection<String>) -> Bool { traits(at: path).contains(.conditionalCreateOnly) }

  /// Whether AWS fills the path.
  public func isReadOnly(_ path: some Collection<String>) -> Bool { traits(at: path).contains(.readOnly) }

  /// Whether AWS takes the path and never returns it.
  public func isWriteOnly(_ path: some Collection<String>) -> Bool { traits(at: path).contains(.writeOnly) }

  /// Whether AWS advises against the path.
  public func isDeprecated(_ path: some Collection<String>) -> Bool { traits(at: path).contains(.deprecated) }

  /// Whether the path leads to a list in which order means nothing; a list of tags always does.
  public func isUnordered(_ path: some Collection<String>) -> Bool {
    if let first = path.first, path.count == 1, let tags = tagProperty, tags == first { return true }
    guard let schema = schema(at: path) else { return false }
    return schema.isUnordered || schema.resolved.isUnordered
  }

  /// The schema of a path, references not yet resolved; nil where the schema says nothing.
  public func schema(at path: some Collection<String>) -> Schema? {
    var current = schema
    for component in path {
      current = current.resolved
      if let property = current.property(component) {
        current = property.schema
      } else if let element = current.element {
        current = element
      } else {
        return nil
      }
    }
    return current
  }
}
