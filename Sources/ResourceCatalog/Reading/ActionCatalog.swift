import CatalogData

/// The IAM actions of every service prefix; lookups take any case, as IAM does.
public struct ActionCatalog: Sendable {
  private let rows: UInt32
  private let count: UInt32

  init() {
    count = catalog_header(7)
    rows = catalog_header(8)
  }

  /// The prefixes of all services, sorted, such as `kms`.
  public var services: [CatalogString] { (0..<count).map { CatalogString(offset: catalog_word(rows + 2 * $0)) } }

  /// Whether a service prefix exists.
  public func containsService(_ service: String) -> Bool { row(service) != nil }

  /// The actions of a service, sorted without regard to case; nil for an unknown service.
  ///
  /// Spelled as in the API where that is known, in lower case otherwise.
  public func actions(ofService service: String) -> CatalogStrings? {
    row(service).map { CatalogStrings(list: catalog_word($0 + 1)) }
  }

  /// An action as the catalogue spells it; nil if the service does not have it.
  public func action(_ name: String, ofService service: String) -> CatalogString? {
    guard let actions = actions(ofService: service) else { return nil }
    return name.lowercased().withCatalogBytes { bytes in
      var low = 0
      var high = actions.count
      while low < high {
        let middle = low + (high - low) / 2
        let order = catalog_string_compare_lowercased(actions[middle].offset, bytes.baseAddress, bytes.count)
        if order == 0 { return actions[middle] }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }
  }

  /// How many actions of a service a pattern with `*` and `?` covers; nil for an unknown service.
  public func countOfActions(matching pattern: String, ofService service: String) -> Int? {
    guard let actions = actions(ofService: service) else { return nil }
    if pattern == "*" { return actions.count }
    let lowered = pattern.lowercased()
    return lowered.withCatalogBytes { pattern in
      actions.reduce(0) { $0 + ($1.withUTF8 { WildcardMatch.matches($0, pattern: pattern) } ? 1 : 0) }
    }
  }

  private func row(_ service: String) -> UInt32? {
    let found = service.lowercased().withCatalogBytes { catalog_find(rows, count, 2, $0.baseAddress, $0.count) }
    return found < 0 ? nil : rows + 2 * UInt32(found)
  }
}
