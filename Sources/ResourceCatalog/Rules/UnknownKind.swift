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
