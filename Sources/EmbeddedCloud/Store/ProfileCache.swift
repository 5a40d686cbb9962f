import ResourceCatalog
import Synchronization

/// The profiles of types that were used in this process: they depend on nothing but the catalogue.
enum ProfileCache {
  private static let cache = Mutex<[String: TypeProfile]>([:])

  static func profile(_ type: String, _ schema: TypeSchema) -> TypeProfile {
    if let known = cache.withLock({ $0[type] }) { return known }
    let made = TypeProfile(schema)
    cache.withLock { $0[type] = made }
    return made
  }

  static func known(_ type: String) -> TypeProfile? { cache.withLock { $0[type] } }
}
