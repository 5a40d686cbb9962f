/// What the user says about how a resource may change; recorded in state, so that it outlives the declaration.
public struct Lifecycle: Sendable, Hashable {
  /// A delete or replacement needs an acknowledgement that names the resource.
  public var isProtected = false

  /// Leaving the program forgets the resource instead of deleting it.
  public var isRetained = false

  /// On replacement the old resource is deleted before the new one is made.
  public var isDeletedFirst = false

  /// Whether a delete loses data; from the table of data-bearing types unless the user says otherwise.
  public var holdsData = false

  /// Paths whose differences are not acted on.
  public var ignoredPaths: [PropertyPath] = []

  /// How long operations may take.
  public var timeouts = OperationTimeouts()

  /// Creates a lifecycle without any restriction.
  public init() {}
}
