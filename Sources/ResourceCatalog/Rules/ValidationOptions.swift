/// How strictly a document is held to its schema.
public struct ValidationOptions: Sendable, Hashable {
  /// Whether a number may not stand where a string belongs, and so on.
  ///
  /// By default the document may do what CloudFormation's own templates may: `"30"` for 30, `true` for `"true"`.
  public var requiresExactTypes: Bool

  /// Whether properties that AWS fills may be there, as in what a provider returns.
  public var allowsReadOnlyProperties: Bool

  /// Whether properties that the schema requires may be missing, as in what a provider returns or a partial update.
  public var allowsMissingProperties: Bool

  /// Whether rules across properties, tags and policies are checked, beyond the schema itself.
  public var checksRules: Bool

  /// Creates options; without arguments, those for a document that is about to be sent.
  public init(
    requiresExactTypes: Bool = false, allowsReadOnlyProperties: Bool = false, allowsMissingProperties: Bool = false,
    checksRules: Bool = true
  ) {
    self.requiresExactTypes = requiresExactTypes
    self.allowsReadOnlyProperties = allowsReadOnlyProperties
    self.allowsMissingProperties = allowsMissingProperties
    self.checksRules = checksRules
  }

  /// For what a provider returns: exact types, read-only properties there, write-only ones missing.
  public static let returned = ValidationOptions(
    requiresExactTypes: true, allowsReadOnlyProperties: true, allowsMissingProperties: true, checksRules: false)
}
