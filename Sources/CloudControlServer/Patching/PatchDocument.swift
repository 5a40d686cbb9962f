import StrataModel

/// A list of changes to a document (RFC 6902), applied in order and all or none.
struct PatchDocument: Sendable, Hashable {
  /// One change.
  enum Change: Sendable, Hashable {
    case add(JSONPointer, PropertyValue)
    case remove(JSONPointer)
    case replace(JSONPointer, PropertyValue)
    case move(from: JSONPointer, to: JSONPointer)
    case copy(from: JSONPointer, to: JSONPointer)
    case test(JSONPointer, PropertyValue)
  }

  var changes: [Change]

  /// Reads a patch; members that the RFC does not name are ignored, as it says.
  init(parsing text: String) throws(PatchFailure) {
    let value: PropertyValue
    do throws(JSONReader.Failure) { value = try JSONReader.plainValue(of: Array(text.utf8)) } catch {
      throw PatchFailure(message: "Invalid patch document: it is no JSON, \(error)")
    }
    guard let elements = value.arrayValue else {
      throw PatchFailure(message: "Invalid patch document: it must be a JSON array of operations")
    }
    changes = []
    for (index, element) in elements.enumerated() { changes.append(try Self.change(element, index)) }
  }

  private static func change(_ element: PropertyValue, _ index: Int) throws(PatchFailure) -> Change {
    guard let name = element["op"]?.stringValue else {
      throw PatchFailure(message: "Invalid patch document: operation \(index) has no 'op'")
    }
    let path = try pointer(element, "path", index)
    switch name {
    case "add": return .add(path, try value(element, index))
    case "remove": return .remove(path)
    case "replace": return .replace(path, try value(element, index))
    case "move": return .move(from: try pointer(element, "from", index), to: path)
    case "copy": return .copy(from: try pointer(element, "from", index), to: path)
    case "test": return .test(path, try value(element, index))
    default: throw PatchFailure(message: "Invalid patch document: operation \(index) has the unknown 'op' \(name)")
    }
  }

  private static func pointer(_ element: PropertyValue, _ member: String, _ index: Int) throws(PatchFailure) -> JSONPointer {
    guard let text = element[member]?.stringValue else {
      throw PatchFailure(message: "Invalid patch document: operation \(index) has no '\(member)'")
    }
    guard let pointer = JSONPointer(parsing: text) else {
      throw PatchFailure(message: "Invalid patch document: '\(text)' is no JSON pointer")
    }
    return pointer
  }

  private static func value(_ element: PropertyValue, _ index: Int) throws(PatchFailure) -> PropertyValue {
    guard let value = element["value"] else {
      throw PatchFailure(message: "Invalid patch document: operation \(index) has no 'value'")
    }
    return value
  }

  /// The document after all changes.
  ///
  /// - Throws: ``PatchFailure`` for the first change that finds no place, or the first test that fails.
  func applied(to document: PropertyObject) throws(PatchFailure) -> PropertyObject {
    var value = PropertyValue.object(document)
    for change in changes { try Self.apply(change, to: &value) }
    guard let result = value.objectValue else {
      throw PatchFailure(message: "Invalid patch update: the properties of a resource are an object")
    }
    return result
  }

  private static func apply(_ change: Change, to document: inout PropertyValue) throws(PatchFailure) {
    switch change {
    case .add(let path, let value):
      guard document.add(value, at: path.tokens[...]) else { throw noPath("ADD", path) }
    case .remove(let path):
      guard document.remove(at: path.tokens[...]) != nil else { throw noPath("REMOVE", path) }
    case .replace(let path, let value):
      guard let parent = path.tokens.last.flatMap({ _ in document.value(at: path.tokens.dropLast()) }) else {
        guard path.tokens.isEmpty else { throw noPath("REPLACE", path) }
        document = value
        return
      }
      // A field is set in place; an element is taken out before its successor goes in.
      guard document.value(at: path.tokens[...]) != nil else { throw noPath("REPLACE", path) }
      if case .array = parent { _ = document.remove(at: path.tokens[...]) }
      guard document.add(value, at: path.tokens[...]) else { throw noPath("REPLACE", path) }
    case .move(let from, let path):
      guard from == path || !from.contains(path) else {
        throw PatchFailure(message: "[MOVE Operation] a value cannot be moved into itself, path provided : \(text(path))")
      }
      guard from != path else {
        if document.value(at: from.tokens[...]) == nil { throw noPath("MOVE", from) }
        return
      }
      guard let value = document.remove(at: from.tokens[...]) else { throw noPath("MOVE", from) }
      guard document.add(value, at: path.tokens[...]) else { throw noPath("MOVE", path) }
    case .copy(let from, let path):
      guard let value = document.value(at: from.tokens[...]) else { throw noPath("COPY", from) }
      guard document.add(value, at: path.tokens[...]) else { throw noPath("COPY", path) }
    case .test(let path, let value):
      guard let found = document.value(at: path.tokens[...]) else { throw noPath("TEST", path) }
      guard found.isSameJSON(as: value) else {
        throw PatchFailure(message: "[TEST Operation] the value at \(text(path)) is another one")
      }
    }
  }

  private static func noPath(_ operation: String, _ path: JSONPointer) -> PatchFailure {
    PatchFailure(message: "[\(operation) Operation] noSuchPath in source, path provided : \(text(path))")
  }

  private static func text(_ path: JSONPointer) -> String {
    path.tokens.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
  }
}
