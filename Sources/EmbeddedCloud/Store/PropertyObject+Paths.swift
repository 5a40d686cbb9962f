import StrataModel

extension PropertyObject {
  /// The value at a path of property names without wildcards.
  func value(at path: [String]) -> PropertyValue? {
    guard let first = path.first, var value = self[first] else { return nil }
    for component in path.dropFirst() {
      guard let next = value[component] else { return nil }
      value = next
    }
    return value
  }

  /// The value of a top-level text.
  func text(_ key: String) -> String? { self[key]?.scalarText }

  /// The Boolean under a path; services also take the words.
  func flag(_ path: String...) -> Bool? {
    switch value(at: path) {
    case .bool(let flag)?: flag
    case .string(let text)?: text == "true" ? true : text == "false" ? false : nil
    default: nil
    }
  }

  /// Sets or removes the value at a path of names; objects on the way are made where needed.
  mutating func set(_ value: PropertyValue?, at path: ArraySlice<String>) {
    guard let first = path.first else { return }
    guard path.count > 1 else {
      self[first] = value
      return
    }
    var inner = self[first]?.objectValue ?? PropertyObject()
    if value == nil, self[first]?.objectValue == nil { return }
    inner.set(value, at: path.dropFirst())
    self[first] = .object(inner)
  }

  /// Sets or removes the value at a path of names.
  mutating func set(_ value: PropertyValue?, at path: [String]) { set(value, at: path[...]) }

  /// Removes what lies at a path in which `*` stands for every element of a list or every value of a map.
  mutating func remove(_ path: ArraySlice<String>) {
    guard let first = path.first else { return }
    if path.count == 1, first != "*" {
      self[first] = nil
      return
    }
    for key in first == "*" ? keys : [first] {
      guard var value = self[key] else { continue }
      value.remove(path.dropFirst())
      self[key] = value
    }
  }
}

extension PropertyValue {
  /// Removes what lies at a path beneath this value; `*` stands for every element.
  mutating func remove(_ path: ArraySlice<String>) {
    switch self {
    case .object(var object):
      object.remove(path)
      self = .object(object)
    case .array(var elements):
      let rest = path.first == "*" ? path.dropFirst() : path
      for index in elements.indices { elements[index].remove(rest) }
      self = .array(elements)
    default: break
    }
  }

  /// Calls `body` with every value at a path; `*` and lists stand for all of their elements.
  func forEach(at path: ArraySlice<String>, _ body: (PropertyValue) -> Void) {
    guard let first = path.first else {
      if case .array(let elements) = self {
        for element in elements { element.forEach(at: path, body) }
      } else {
        body(self)
      }
      return
    }
    switch self {
    case .array(let elements):
      let rest = first == "*" ? path.dropFirst() : path
      for element in elements { element.forEach(at: rest, body) }
    case .object(let object):
      if first == "*" {
        for field in object.fields { field.value.forEach(at: path.dropFirst(), body) }
      } else {
        object[first]?.forEach(at: path.dropFirst(), body)
      }
    default: break
    }
  }
}
