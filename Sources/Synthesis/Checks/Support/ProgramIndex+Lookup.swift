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

extension PropertyObject {
  /// The value that keys lead to, one after another.
  func value(at keys: String...) -> PropertyValue? {
    guard let first = keys.first else { return nil }
    var value = self[first]
    for key in keys.dropFirst() { value = value?[key] }
    return value
  }
}

extension PropertyValue {
  /// The value that keys lead to, one after another.
  func value(at keys: String...) -> PropertyValue? {
    var value: PropertyValue? = self
    for key in keys { value = value?[key] }
    return value
  }

  /// The elements of a literal list; none for everything else.
  var elements: [PropertyValue] { arrayValue ?? [] }

  /// The elements of a list, or the value itself where one stands for a list, as in policies.
  var oneOrMore: [PropertyValue] { arrayValue ?? [self] }

  /// Whether the value is true, also as text, as CloudFormation allows.
  var isTrue: Bool { boolValue == true || stringValue == "true" }

  /// Whether the value is false, also as text.
  var isFalse: Bool { boolValue == false || stringValue == "false" }

  /// A whole number, also as text, as CloudFormation allows.
  var wholeNumber: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    case .string(let text): Int(text)
    case .null, .bool, .array, .object, .reference, .expression, .secret: nil
    }
  }
}
