/// What state knows of one incarnation of a resource.
public struct ResourceRecord: Sendable, Hashable {
  /// How an incarnation stands to its address.
  public enum Status: Sendable, Hashable {
    /// The one that the address means.
    case current
    /// Replaced, and still to be deleted.
    case deposed
    /// Deleted as far as order is concerned; the service keeps it until a date (seconds since 1970).
    case pendingDeletion(until: Int)
  }

  /// Which way a provider reaches the resource; a record stays on its route.
  public enum Route: Sendable, Hashable {
    case embedded
    case direct(version: Int)
    case cloudControl
  }

  /// A wait that an interrupted run left, resumed by its token.
  public struct Wait: Sendable, Hashable {
    public var token: String
    /// Seconds since 1970.
    public var since: Int
    public var deadline: Int

    /// Creates a wait.
    public init(token: String, since: Int, deadline: Int) {
      self.token = token
      self.since = since
      self.deadline = deadline
    }
  }

  /// Where a secret property came from, and the keyed digest of what was sent.
  public struct SecretRecord: Sendable, Hashable {
    public var source: SecretSource
    public var digest: String

    /// Creates a secret's record.
    public init(source: SecretSource, digest: String) {
      self.source = source
      self.digest = digest
    }
  }

  // MARK: Who

  public var address: ResourceAddress
  public var type: String
  public var placement: Placement
  public var instance: InstanceID
  public var generation: Int
  public var status: Status = .current
  /// Seconds since 1970.
  public var createdAt: Int = 0
  public var updatedAt: Int = 0
  public var source: SourceLocation

  // MARK: Where

  /// The CloudFormation primary identifier, its parts joined by `|`; `nil` while a create is only accepted.
  public var identifier: String?
  /// The provider's private document.
  public var handle: PropertyValue?
  public var route: Route = .embedded

  // MARK: What

  /// The properties as last applied, with references left in.
  public var inputs: PropertyObject = [:]
  /// What each path with a reference or expression was resolved to when it was last applied.
  public var bindings: [PropertyPath: PropertyValue] = [:]
  /// The owned units of ``inputs``: what the user said and the engine therefore compares.
  public var ownedPaths: [PropertyPath] = []
  /// The number of successful changes.
  public var revision: Int = 0
  public var secrets: [PropertyPath: SecretRecord] = [:]
  /// The readable attributes after the last change; never a sensitive one.
  public var attributes: PropertyObject = [:]
  /// What the provider was seen to hold on owned paths where that differs from what was sent: the baseline of drift.
  public var observed: [PropertyPath: PropertyValue] = [:]
  /// Seconds since 1970; 0 before the first observation.
  public var observedAt: Int = 0
  /// Whether ``observed`` comes from an answer that showed the whole object, so that everything that differs from it is a change.
  ///
  /// Without it, what a service adds to a value or makes of it is not known yet, and only what contradicts a value is a change.
  public var hasBaseline = false

  // MARK: How

  public var edges: [RecordedEdge] = []
  public var lifecycle: Lifecycle = Lifecycle()
  public var wait: Wait?
  /// Why the object is not what was asked for, one sentence each; the next plan updates it even when nothing else differs.
  public var incompleteReasons: [String] = []
  /// Whether the object was there before it was taken over; a rollback to before that lets go of it instead of deleting it.
  public var isTakenOver = false
  /// Whether the object was taken over and does not bear the engine's tags yet; its next update brings them.
  public var lacksIdentityTags = false
  /// Whether the target could not hold the type, so that nothing was made.
  public var isUnsupported = false

  /// Creates the record of an incarnation.
  public init(
    address: ResourceAddress, type: String, placement: Placement, instance: InstanceID, generation: Int, source: SourceLocation
  ) {
    self.address = address
    self.type = type
    self.placement = placement
    self.instance = instance
    self.generation = generation
    self.source = source
  }
}
