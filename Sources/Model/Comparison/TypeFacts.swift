public import ResourceCatalog

/// What is known of a resource type as a whole.
public struct TypeFacts: Sendable, Hashable {
  /// How the type's API behaves.
  public var behavior: ResourceBehavior

  /// Whether the schema says that a replacement deletes first (`replacementStrategy`).
  public var replacesByDeletingFirst: Bool

  /// The sets of settable top-level properties that identify an object; sets with a part that the service makes are left out.
  public var identifiers: [[String]]

  /// Creates facts; without arguments those of a type about which nothing special is known.
  public init(behavior: ResourceBehavior = ResourceBehavior(), replacesByDeletingFirst: Bool = false, identifiers: [[String]] = []) {
    self.behavior = behavior
    self.replacesByDeletingFirst = replacesByDeletingFirst
    self.identifiers = identifiers
  }
}
