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
      case .select: .unknown(.any)
      }
    }
  }
}
