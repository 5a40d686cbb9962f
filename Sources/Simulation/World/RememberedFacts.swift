import Foundation
import StrataModel
import Synchronization

/// The catalogue's facts, each looked up once in a process, and the shapes of documents, each made once in a thread: many small simulations
/// ask for the same ones again and again.
struct RememberedFacts: SchemaFacts {
  private struct Place: Hashable {
    var type: String
    var components: [String]
  }

  private static let types = Mutex<[String: TypeFacts]>([:])
  private static let places = Mutex<[Place: PlaceFacts]>([:])

  func type(_ name: String) -> TypeFacts {
    if let known = Self.types.withLock({ $0[name] }) { return known }
    let facts = CatalogFacts().type(name)
    Self.types.withLock { $0[name] = facts }
    return facts
  }

  /// The library of the present thread; a simulation runs all its tasks on one.
  func library() -> ShapeLibrary {
    let known = Thread.current.threadDictionary[Self.libraryKey] as? ShapeLibrary
    if let known { return known }
    let library = ShapeLibrary(self)
    Thread.current.threadDictionary[Self.libraryKey] = library
    return library
  }

  private static let libraryKey = "strata.simulation.shapes"

  func place(_ components: [String], in type: String) -> PlaceFacts {
    let place = Place(type: type, components: components)
    if let known = Self.places.withLock({ $0[place] }) { return known }
    let facts = CatalogFacts().place(components, in: type)
    // Keys of maps are places, too; the few schemas' ones are worth remembering, not what programs make up without end.
    Self.places.withLock { places in if places.count < 20_000 { places[place] = facts } }
    return facts
  }
}
