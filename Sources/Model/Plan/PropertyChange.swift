/// A difference that a step makes.
public struct PropertyChange: Sendable, Hashable {
  /// What becomes of a property.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case set
    case remove
    /// The user no longer says anything, and the service keeps its last value.
    case release
    /// The service was seen to hold something else.
    case repair
    /// The new value becomes known only at apply.
    case unknown
  }

  public var path: PropertyPath
  public var kind: Kind
  public var before: PropertyValue?
  /// The desired value, with references left in.
  public var after: PropertyValue?
  /// Whether the property can only be set at creation, so that the change replaces the resource.
  public var forcesReplacement: Bool
  /// Whether values must not be shown.
  public var isSensitive: Bool
  /// Why the value differs when that is not plain from the program, for example the replaced producer.
  public var cause: String?

  /// Creates a change.
  public init(
    path: PropertyPath, kind: Kind, before: PropertyValue? = nil, after: PropertyValue? = nil, forcesReplacement: Bool = false,
    isSensitive: Bool = false, cause: String? = nil
  ) {
    self.path = path
    self.kind = kind
    self.before = before
    self.after = after
    self.forcesReplacement = forcesReplacement
    self.isSensitive = isSensitive
    self.cause = cause
  }
}
