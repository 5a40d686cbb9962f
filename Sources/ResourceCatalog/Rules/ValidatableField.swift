/// A field of an object: a key with its value.
public protocol ValidatableField {
  /// The kind of document that the field is part of.
  associatedtype Value

  /// The name.
  var key: String { get }

  /// The value under it.
  var value: Value { get }
}
