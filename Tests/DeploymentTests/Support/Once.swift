import ResourceCatalog
import StrataModel
import Synchronization

/// Answers `true` the first time it is asked.
final class Once: Sendable {
  private let isTaken = Mutex(false)
  func take() -> Bool {
    isTaken.withLock { taken in
      defer { taken = true }
      return !taken
    }
  }
}

/// Counts up from zero.
final class Counter: Sendable {
  private let value = Mutex(0)
  func next() -> Int {
    value.withLock { value in
      defer { value += 1 }
      return value
    }
  }
  var count: Int { value.withLock { $0 } }
}

/// Collects what observers hear.
final class Log<Element: Sendable>: Sendable {
  private let storage = Mutex<[Element]>([])
  func add(_ element: Element) { storage.withLock { $0.append(element) } }
  var elements: [Element] { storage.withLock { $0 } }
}

/// The catalogue's facts, but for one type that offers no handle at all.
struct HandlelessFacts: SchemaFacts {
  let type: String
  func type(_ name: String) -> TypeFacts {
    var facts = CatalogFacts().type(name)
    if name == type { facts.behavior.apiClass = .none }
    return facts
  }
  func place(_ components: [String], in type: String) -> PlaceFacts { CatalogFacts().place(components, in: type) }
}
