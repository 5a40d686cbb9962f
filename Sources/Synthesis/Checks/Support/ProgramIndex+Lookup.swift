import StrataLanguage
import StrataModel

extension ProgramIndex {
  /// The resources of a type.
  func indices(of type: String) -> [Int] { indicesByType[type] ?? [] }

  /// The resource that a value refers to, the value being a reference and nothing else.
  func target(of value: PropertyValue?) -> Int? {
    guard case .reference(let reference)? = value else { return nil }
    return index(of: reference.address)
  }

  /// The resource of a type that a value refers to.
  func target(of value: PropertyValue?, type: String) -> Int? {
    guard let index = target(of: value), resources[index].type == type else { return nil }
    return index
  }

  /// Every resource that a value refers to, somewhere in it.
  func targets(in value: PropertyValue?) -> [Int] {
    var found: [Int] = []
    value?.forEachReference { reference, _ in
      if let index = index(of: reference.address) { found.append(index) }
    }
    return found
  }
}
