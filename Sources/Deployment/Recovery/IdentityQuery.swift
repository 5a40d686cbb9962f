import ResourceCatalog
import StrataModel

/// Finds the one object that a document can mean, by what its API offers: an identifier, or properties that only one object may have.
enum IdentityQuery: Sendable, Hashable {
  case read(ObjectTarget)
  case find(ObjectQuery)

  /// The query for what a create with these properties would make, or `nil` when nothing in them identifies an object.
  init?(
    type: String, placement: Placement, route: ResourceRecord.Route, properties: PropertyObject, behavior: ResourceBehavior
  ) {
    func query(_ keys: [String]) -> IdentityQuery? {
      var filter = PropertyObject()
      for key in keys where properties[key] != nil { filter[key] = properties[key] }
      return filter.isEmpty ? nil : .find(ObjectQuery(type: type, placement: placement, route: route, filter: .properties(filter)))
    }
    if let schema = ResourceCatalog.aws.type(type) {
      let primary = schema.primaryIdentifier.strings
      let parts = primary.compactMap { properties[$0]?.scalarText }
      if !parts.isEmpty, parts.count == primary.count, primary.allSatisfy({ schema.property($0).map { !$0.isReadOnly } ?? false }) {
        self = .read(ObjectTarget(type: type, placement: placement, route: route, identifier: parts.joined(separator: "|")))
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
    if let keys = Self.topLevelKeys(of: behavior, in: properties), let query = query(keys) {
      self = query
    } else if let name = behavior.generatedName?.property, properties[name] != nil, let query = query([name]) {
      self = query
    } else {
      return nil
    }
  }

  /// The properties of an occupancy key that are a document's own; a list whose every element is a key is searched as a whole.
  private static func topLevelKeys(of behavior: ResourceBehavior, in properties: PropertyObject) -> [String]? {
    behavior.occupancyKeys.lazy.map { keys in keys.map { $0.hasSuffix(".*") ? String($0.dropLast(2)) : $0 } }.first { keys in
      keys.allSatisfy { !$0.utf8.contains(UInt8(ascii: ".")) && !$0.utf8.contains(UInt8(ascii: "*")) }
        && keys.last.map { properties[$0] != nil } ?? false
    }
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
