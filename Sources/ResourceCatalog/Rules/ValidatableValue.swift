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
