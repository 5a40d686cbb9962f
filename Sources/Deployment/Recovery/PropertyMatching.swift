import StrataModel

/// Compares what a service shows with what was sent.
struct PropertyMatching {
  private let library: ShapeLibrary
  private let type: String

  init(_ schema: any SchemaFacts, _ type: String) {
    library = schema.library()
    self.type = type
  }

  /// Whether the named properties of an object mean the same as those of a document.
  ///
  /// Properties that the service never shows, and secrets, are left out; one that it does not show now counts as equal only to an absent one.
  func matches(_ found: PropertyObject, _ document: PropertyObject, among keys: [String]) -> Bool {
    let shape = library[type].shape
    for key in keys {
      let place = shape.child(key)
      if place.facts.isWriteOnly || document[key]?.holdsSecret == true { continue }
      // Objects get defaults from the service; what was sent must be in them.
      let units = OwnedUnit.units(of: document[key].map { [key: $0] } ?? [:], shape: shape)
      if units.isEmpty, document[key] == nil {
        if let value = found[key], value != .null { return false }
      }
      for unit in units {
        let at = shape.place(at: unit.path)
        if at.facts.isWriteOnly { continue }
        let value = OwnedUnit.value(at: unit.path, in: found, shape: shape)
        guard ValueComparison.areEqual(value, unit.value, at: at, sides: .observed) else { return false }
      }
    }
    return true
  }
}
