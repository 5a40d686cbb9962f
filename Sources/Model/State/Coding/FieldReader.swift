/// Reads typed fields out of an object, and says where one is missing or of another kind.
package struct FieldReader {
  package let object: PropertyObject
  /// What the object is, for messages.
  package let subject: String

  package init(_ value: PropertyValue?, _ subject: String) throws(CodingFailure) {
    guard case .object(let object)? = value else { throw CodingFailure(.malformed, "\(subject) is not an object") }
    self.object = object
    self.subject = subject
  }

  package func failure(_ key: String) -> CodingFailure {
    CodingFailure(.malformed, "'\(key)' of \(subject) is missing or of the wrong kind")
  }

  package func string(_ key: String) throws(CodingFailure) -> String {
    guard let text = object[key]?.stringValue else { throw failure(key) }
    return text
  }

  /// Everything that is counted in stored documents: steps, generations, seconds, entries.
  ///
  /// Sixteen digits, so that whoever adds to one of them need not look out.
  package static let numbers = 0...9_999_999_999_999_999

  package func integer(_ key: String) throws(CodingFailure) -> Int {
    guard let value = object[key]?.integerValue, Self.numbers.contains(value) else { throw failure(key) }
    return value
  }

  package func optionalString(_ key: String) throws(CodingFailure) -> String? {
    guard let value = object[key] else { return nil }
    guard let text = value.stringValue else { throw failure(key) }
    return text
  }

  package func optionalInteger(_ key: String) throws(CodingFailure) -> Int? {
    guard let value = object[key] else { return nil }
    guard let number = value.integerValue, Self.numbers.contains(number) else { throw failure(key) }
    return number
  }

  package func optionalFlag(_ key: String) throws(CodingFailure) -> Bool? {
    guard let value = object[key] else { return nil }
    guard let flag = value.boolValue else { throw failure(key) }
    return flag
  }

  /// A flag that is written only when it is set.
  package func flag(_ key: String) throws(CodingFailure) -> Bool { try optionalFlag(key) ?? false }

  /// An object that is written only when it has fields.
  package func properties(_ key: String) throws(CodingFailure) -> PropertyObject { try optionalProperties(key) ?? [:] }

  package func optionalProperties(_ key: String) throws(CodingFailure) -> PropertyObject? {
    guard let value = object[key] else { return nil }
    guard let properties = value.objectValue else { throw failure(key) }
    return properties
  }

  /// A list that is written only when it has elements.
  package func elements(_ key: String) throws(CodingFailure) -> [PropertyValue] {
    guard let value = object[key] else { return [] }
    guard let elements = value.arrayValue else { throw failure(key) }
    return elements
  }

  package func list<Element>(
    _ key: String, _ decode: (PropertyValue) throws(CodingFailure) -> Element
  ) throws(CodingFailure) -> [Element] {
    var result: [Element] = []
    for element in try elements(key) { result.append(try decode(element)) }
    return result
  }

  package func strings(_ key: String) throws(CodingFailure) -> [String] {
    try list(key) { value throws(CodingFailure) in
      guard let text = value.stringValue else { throw failure(key) }
      return text
    }
  }

  /// A value of an enumeration by its raw value.
  package func choice<Choice: RawRepresentable<String>>(_ key: String) throws(CodingFailure) -> Choice {
    guard let choice = Choice(rawValue: try string(key)) else { throw failure(key) }
    return choice
  }

  /// Pairs of a path and a value, as ``PropertyObject/setPairs(_:_:_:)`` writes them.
  package func pairs<Value>(
    _ key: String, _ decode: (PropertyValue) throws(CodingFailure) -> Value
  ) throws(CodingFailure) -> [PropertyPath: Value] {
    var result: [PropertyPath: Value] = [:]
    for element in try elements(key) {
      guard let pair = element.arrayValue, pair.count == 2, let path = PropertyPath(json: pair[0]) else { throw failure(key) }
      result[path] = try decode(pair[1])
    }
    return result
  }
}
