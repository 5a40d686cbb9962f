/// A document that rules can be checked on: JSON with places that are not known yet.
///
/// To conform, return in `view()` what the value is, one level deep; nothing is copied if the value stores its fields as an array.
/// The check asks each place at most a few times, so `view()` should only switch and return.
public protocol ValidatableValue {
  /// A field of an object of this kind of document.
  associatedtype Field: ValidatableField where Field.Value == Self

  /// What the value is, one level deep.
  func view() -> ValueView<Self>
}

/// A field of an object: a key with its value.
public protocol ValidatableField {
  /// The kind of document that the field is part of.
  associatedtype Value

  /// The name.
  var key: String { get }

  /// The value under it.
  var value: Value { get }
}

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

/// What is known of the kind of an unknown value.
public enum UnknownKind: Sendable, Hashable {
  /// Nothing.
  case any
  /// It is a string, a number or a Boolean.
  case scalar
  /// It is a list.
  case array
  /// It is an object.
  case object
}
