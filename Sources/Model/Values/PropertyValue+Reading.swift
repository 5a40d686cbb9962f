extension PropertyObject {
  /// The value that keys lead to, one after another.
  public func value(at keys: String...) -> PropertyValue? {
    guard let first = keys.first else { return nil }
    var value = self[first]
    for key in keys.dropFirst() { value = value?[key] }
    return value
  }
}

extension PropertyValue {
  /// The value that keys lead to, one after another.
  public func value(at keys: String...) -> PropertyValue? {
    var value: PropertyValue? = self
    for key in keys { value = value?[key] }
    return value
  }

  /// The elements of a literal list; none for everything else.
  public var elements: [PropertyValue] { arrayValue ?? [] }

  /// The elements of a list, or the value itself where one stands for a list, as in policies.
  public var oneOrMore: [PropertyValue] { arrayValue ?? [self] }

  /// Whether the value is true, also as text, as CloudFormation allows.
  public var isTrue: Bool { boolValue == true || stringValue == "true" }

  /// Whether the value is false, also as text.
  public var isFalse: Bool { boolValue == false || stringValue == "false" }

  /// A whole number, also as text, as CloudFormation allows.
  public var wholeNumber: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    case .string(let text): Int(text)
    case .null, .bool, .array, .object, .reference, .expression, .secret: nil
    }
  }
}
