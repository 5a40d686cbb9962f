import ResourceCatalog
import StrataModel

/// Finds the one object that a document can mean, by what its API offers: an identifier, or properties that only one object may have.
enum IdentityQuery: Sendable, Hashable {
  case read(ObjectTarget)
  case find(ObjectQuery)

  /// The query for what a create with these properties would make, or `nil` when nothing in them identifies an object.
  init?(
    type: String, placement: Placement, route: ResourceRecord.Route, properties: PropertyObject, behavior: ResourceBehavior,
    instance: InstanceID
  ) {
    if let property = behavior.instanceName {
      let name = PropertyObject([(property, .string(instance.name))])
      self = .find(ObjectQuery(type: type, placement: placement, route: route, filter: .properties(name)))
      return
    }
    func query(_ keys: [String]) -> IdentityQuery? {
      var filter = PropertyObject()
      for key in keys {
        guard let property = Self.property(of: key), let value = Self.value(at: key, in: properties) else { continue }
        filter[property] = value
      }
      return filter.isEmpty ? nil : .find(ObjectQuery(type: type, placement: placement, route: route, filter: .properties(filter)))
    }
    if let schema = ResourceCatalog.aws.type(type) {
      let primary = schema.primaryIdentifier.strings
      let parts = primary.compactMap { properties[$0]?.scalarText }
      if !parts.isEmpty, parts.count == primary.count, primary.allSatisfy({ schema.property($0).map { !$0.isReadOnly } ?? false }) {
        self = .read(
          ObjectTarget(
            type: type, placement: placement, route: route, identifier: parts.joined(separator: "|"), declared: [properties]))
        return
      }
      for set in schema.additionalIdentifiers {
        let names = set.strings
        if !names.isEmpty, names.allSatisfy({ properties[$0]?.scalarText != nil }), let query = query(names) {
          self = query
          return
        }
      }
    }
    // A search cannot say that a property is given, whatever its value.
    let key = behavior.occupancyKeys.first { key in
      key.condition == nil && key.paths.allSatisfy(Self.canBeSought)
        && key.paths.last.map { Self.value(at: $0, in: properties) != nil } ?? false
    }
    if let key, let query = query(key.paths) {
      self = query
    } else if let name = behavior.generatedName?.property, properties[name] != nil, let query = query([name]) {
      self = query
    } else if let query = query(behavior.searchKeys) {
      self = query
    } else {
      return nil
    }
  }

  /// Whether the value of an occupancy key can be sought: a top property, one inside of it, or a top list as a whole.
  private static func canBeSought(_ key: String) -> Bool {
    let parts = key.split(separator: ".")
    return !parts.contains("*") || parts.count == 2 && parts[1] == "*"
  }

  private static func property(of key: String) -> String? { key.split(separator: ".").first.map { String($0) } }

  /// What a filter holds for a key: the top property, with nothing in it but what the key names.
  private static func value(at key: String, in properties: PropertyObject) -> PropertyValue? {
    let parts = key.split(separator: ".").map { String($0) }
    guard let first = parts.first, let top = properties[first] else { return nil }
    if parts.count == 1 || parts[1] == "*" { return top }
    var value: PropertyValue? = top
    for part in parts.dropFirst() { value = value?[part] }
    guard let found = value else { return nil }
    return parts.dropFirst().reversed().reduce(found) { .object(PropertyObject([($1, $0)])) }
  }

  /// The object, or `nil` when there is none.
  func first(in provider: any Provider) async throws(ProviderError) -> ObjectDescription? {
    switch self {
    case .read(let target):
      do { return try await provider.read(target) } catch {
        if error.code == .notFound { return nil }
        throw error
      }
    case .find(let query): return try await provider.find(query).first
    }
  }
}
