/// A value of a resource property: a literal, a reference to another resource's attribute, or an expression over both.
///
/// No case holds a closure, so every document can be saved, compared, signed and sent byte for byte.
public enum PropertyValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([PropertyValue])
  case object(PropertyObject)
  /// An attribute of another resource of the same graph.
  case reference(Reference)
  /// A pure function of other values, for example an interpolated string.
  case expression(Expression)
  /// A secret by its source; the secret itself is fetched at apply and never recorded.
  case secret(SecretSource)
}

extension PropertyValue {
  /// The text of a literal string, or `nil` for every other case.
  public var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a literal integer, or `nil` for every other case.
  public var integerValue: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The value of a literal Boolean, or `nil` for every other case.
  public var boolValue: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of a literal array, or `nil` for every other case.
  public var arrayValue: [PropertyValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The fields of a literal object, or `nil` for every other case.
  public var objectValue: PropertyObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The value of a field of a literal object.
  public subscript(_ key: String) -> PropertyValue? {
    objectValue?[key]
  }

  /// Whether the value holds no reference, expression or secret at any depth, so that it is fully known now.
  public var isLiteral: Bool {
    switch self {
    case .null, .bool, .integer, .number, .string: true
    case .array(let elements): elements.allSatisfy(\.isLiteral)
    case .object(let object): object.fields.allSatisfy(\.value.isLiteral)
    case .reference, .expression, .secret: false
    }
  }

  /// Calls `body` for each reference at any depth, with the path that leads to it.
  public func forEachReference(at path: PropertyPath = .root, _ body: (Reference, PropertyPath) -> Void) {
    switch self {
    case .null, .bool, .integer, .number, .string, .secret: break
    case .reference(let reference): body(reference, path)
    case .array(let elements):
      for (index, element) in elements.enumerated() where element.mayHoldReferences {
        element.forEachReference(at: path.appending(index: index), body)
      }
    case .object(let object):
      for field in object.fields where field.value.mayHoldReferences {
        field.value.forEachReference(at: path.appending(key: field.key), body)
      }
    case .expression(let expression):
      for argument in expression.arguments { argument.forEachReference(at: path, body) }
    }
  }

  /// Whether the case can hold a reference; spares building paths to plain scalars.
  private var mayHoldReferences: Bool {
    switch self {
    case .null, .bool, .integer, .number, .string, .secret: false
    case .array, .object, .reference, .expression: true
    }
  }

  /// The value with each reference replaced by what `resolve` returns, and each expression over known values evaluated.
  ///
  /// A reference for which `resolve` returns `nil` stays, and so does an expression that still depends on one.
  public func substituting(_ resolve: (Reference) -> PropertyValue?) -> PropertyValue {
    switch self {
    case .null, .bool, .integer, .number, .string, .secret: return self
    case .reference(let reference): return resolve(reference) ?? self
    case .array(let elements): return .array(elements.map { $0.substituting(resolve) })
    case .object(let object): return .object(object.mapValues { $0.substituting(resolve) })
    case .expression(let expression):
      let arguments = expression.arguments.map { $0.substituting(resolve) }
      let substituted = Expression(expression.function, arguments)
      return substituted.evaluated() ?? .expression(substituted)
    }
  }
}

extension PropertyValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(arrayLiteral elements: PropertyValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, PropertyValue)...) { self = .object(PropertyObject(elements)) }
}
