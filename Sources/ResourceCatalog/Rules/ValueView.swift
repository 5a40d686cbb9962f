/// What a value is, one level deep.
public enum ValueView<Value: ValidatableValue> {
  /// Null; in a document that is sent to AWS, a mistake.
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
  case array([Value])
  /// An object with unique keys, in any order.
  case object([Value.Field])
  /// A reference or expression that is not resolved yet: it satisfies every constraint but, with a hint, the wrong kind of value.
  case unknown(UnknownKind)
}
