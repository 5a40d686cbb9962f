public import ResourceCatalog

extension PropertyObject.Field: ValidatableField {}

extension PropertyValue: ValidatableValue {
  /// A field of an object.
  public typealias Field = PropertyObject.Field

  /// What the value is to the catalogue's rules: references, expressions and secrets are not known yet.
  public func view() -> ValueView<PropertyValue> {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements)
    case .object(let object): .object(object.fields)
    case .reference: .unknown(.any)
    case .secret: .unknown(.scalar)
    case .expression(let expression):
      switch expression.function {
      case .concatenate, .join, .base64, .json: .unknown(.scalar)
      case .split, .flatten: .unknown(.array)
      case .lookup: .unknown(.any)
      case .select: .unknown(.any)
      }
    }
  }
}

extension LiteralValue {
  /// Copies a document; unlike the walk over any kind of document, this one costs little in a debug build.
  public init(_ object: PropertyObject) {
    var fields: [Field] = []
    fields.reserveCapacity(object.fields.count)
    for field in object.fields { fields.append(Field(key: field.key, value: LiteralValue(field.value))) }
    self = .object(fields)
  }

  /// Copies a value.
  public init(_ value: PropertyValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .string(let text): self = .string(text)
    case .object(let object): self.init(object)
    case .array(let elements):
      var copies: [LiteralValue] = []
      copies.reserveCapacity(elements.count)
      for element in elements { copies.append(LiteralValue(element)) }
      self = .array(copies)
    case .reference, .expression, .secret:
      guard case .unknown(let kind) = value.view() else {
        self = .unknown(.any)
        return
      }
      self = .unknown(kind)
    }
  }
}
