import StrataModel

/// A place in a JSON document (RFC 6901).
///
/// Cloud Control takes paths relative to the properties of the schema, with or without the first slash.
struct JSONPointer: Sendable, Hashable {
  /// The names and indices on the way, with escapes resolved; empty for the document itself.
  var tokens: [String]

  init(_ tokens: [String]) { self.tokens = tokens }

  /// Reads a pointer; `nil` for one with an escape that the RFC does not know.
  init?(parsing text: String) {
    tokens = []
    guard !text.isEmpty else { return }
    for part in (text.hasPrefix("/") ? text.dropFirst() : text[...]).split(separator: "/", omittingEmptySubsequences: false) {
      var token = ""
      var characters = part[...]
      while let character = characters.popFirst() {
        guard character == "~" else {
          token.append(character)
          continue
        }
        switch characters.popFirst() {
        case "0": token.append("~")
        case "1": token.append("/")
        default: return nil
        }
      }
      tokens.append(token)
    }
  }

  /// Whether this place holds `other`, or is the same.
  func contains(_ other: JSONPointer) -> Bool { other.tokens.starts(with: tokens) }

  /// The index that a token means in an array of a length; digits without leading zeros.
  static func index(_ token: String, below count: Int) -> Int? {
    let isNumber = !token.isEmpty && token.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber, token == "0" || !token.hasPrefix("0"), let index = Int(token), index < count else { return nil }
    return index
  }
}

extension PropertyValue {
  /// The value at a place; `nil` where there is none.
  func value(at tokens: ArraySlice<String>) -> PropertyValue? {
    guard let token = tokens.first else { return self }
    switch self {
    case .object(let object): return object[token]?.value(at: tokens.dropFirst())
    case .array(let elements):
      return JSONPointer.index(token, below: elements.count).flatMap { elements[$0].value(at: tokens.dropFirst()) }
    default: return nil
    }
  }

  /// Adds a value: sets a field, inserts before an element, or appends at `-`; answers whether the place could take it.
  mutating func add(_ value: PropertyValue, at tokens: ArraySlice<String>) -> Bool {
    guard let token = tokens.first else {
      self = value
      return true
    }
    let isLast = tokens.count == 1
    switch self {
    case .object(var object):
      if isLast {
        object[token] = value
      } else {
        guard var inner = object[token], inner.add(value, at: tokens.dropFirst()) else { return false }
        object[token] = inner
      }
      self = .object(object)
    case .array(var elements):
      if isLast {
        guard let index = token == "-" ? elements.count : JSONPointer.index(token, below: elements.count + 1) else { return false }
        elements.insert(value, at: index)
      } else {
        guard let index = JSONPointer.index(token, below: elements.count), elements[index].add(value, at: tokens.dropFirst()) else {
          return false
        }
      }
      self = .array(elements)
    default: return false
    }
    return true
  }

  /// Removes what stands at a place and answers with it; `nil` where there is nothing.
  mutating func remove(at tokens: ArraySlice<String>) -> PropertyValue? {
    guard let token = tokens.first else { return nil }
    let isLast = tokens.count == 1
    switch self {
    case .object(var object):
      guard var inner = object[token] else { return nil }
      var removed: PropertyValue? = inner
      if isLast {
        object[token] = nil
      } else {
        removed = inner.remove(at: tokens.dropFirst())
        object[token] = inner
      }
      self = .object(object)
      return removed
    case .array(var elements):
      guard let index = JSONPointer.index(token, below: elements.count) else { return nil }
      let removed = isLast ? elements.remove(at: index) : elements[index].remove(at: tokens.dropFirst())
      self = .array(elements)
      return removed
    default: return nil
    }
  }

  /// Whether two values are equal as JSON: numbers by their value, objects in any order (RFC 6902, section 4.6).
  func isSameJSON(as other: PropertyValue) -> Bool {
    switch (self, other) {
    case (.integer(let left), .number(let right)): return Double(left) == right
    case (.number(let left), .integer(let right)): return left == Double(right)
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isSameJSON(as: $1) }
    case (.object(let left), .object(let right)):
      return left.count == right.count
        && zip(left.fields, right.fields).allSatisfy { $0.key == $1.key && $0.value.isSameJSON(as: $1.value) }
    default: return self == other
    }
  }
}
