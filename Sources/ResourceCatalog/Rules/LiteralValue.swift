/// The simplest document that rules can be checked on; macros build it from literals in source.
public enum LiteralValue: Sendable, Hashable, ValidatableValue {
  /// Null.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// A string.
  case string(String)
  /// A list.
  case array([LiteralValue])
  /// An object with unique keys.
  case object([Field])
  /// Whatever a macro cannot see: a variable, a call, a reference.
  case unknown(UnknownKind)

  /// A field of an object.
  public struct Field: Sendable, Hashable, ValidatableField {
    public var key: String
    public var value: LiteralValue

    /// Pairs a key with its value.
    public init(key: String, value: LiteralValue) {
      self.key = key
      self.value = value
    }
  }

  /// Copies a document of any kind.
  ///
  /// Rules are checked on the copy: one concrete walk costs a fraction of a generic one in a debug build.
  public init<Value: ValidatableValue>(_ value: Value) {
    if let literal = value as? LiteralValue {
      self = literal
      return
    }
    self.init(copying: value)
  }

  private init<Value: ValidatableValue>(copying value: Value) {
    switch value.view() {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .string(let value): self = .string(value)
    case .unknown(let kind): self = .unknown(kind)
    case .array(let values):
      var copies: [LiteralValue] = []
      copies.reserveCapacity(values.count)
      for value in values { copies.append(LiteralValue(copying: value)) }
      self = .array(copies)
    case .object(let fields):
      var copies: [Field] = []
      copies.reserveCapacity(fields.count)
      for field in fields { copies.append(Field(key: field.key, value: LiteralValue(copying: field.value))) }
      self = .object(copies)
    }
  }

  public func view() -> ValueView<LiteralValue> {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .array(let values): .array(values)
    case .object(let fields): .object(fields)
    case .unknown(let kind): .unknown(kind)
    }
  }
}

extension LiteralValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: LiteralValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, LiteralValue)...) {
    self = .object(elements.map { Field(key: $0.0, value: $0.1) })
  }
}
