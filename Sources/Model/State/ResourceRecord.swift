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

  public var address: ResourceAddress {
    get { storage.fields.address }
    _modify { yield &fields.address }
  }
  public var type: String {
    get { storage.fields.type }
    _modify { yield &fields.type }
  }
  public var placement: Placement {
    get { storage.fields.placement }
    _modify { yield &fields.placement }
  }
  public var instance: InstanceID {
    get { storage.fields.instance }
    _modify { yield &fields.instance }
  }
  public var generation: Int {
    get { storage.fields.generation }
    _modify { yield &fields.generation }
  }
  public var status: Status {
    get { storage.fields.status }
    _modify { yield &fields.status }
  }
  /// Seconds since 1970.
  public var createdAt: Int {
    get { storage.fields.createdAt }
    _modify { yield &fields.createdAt }
  }
  public var updatedAt: Int {
    get { storage.fields.updatedAt }
    _modify { yield &fields.updatedAt }
  }
  public var source: SourceLocation {
    get { storage.fields.source }
    _modify { yield &fields.source }
  }

  // MARK: Where

  /// The CloudFormation primary identifier, its parts joined by `|`; `nil` while a create is only accepted.
  public var identifier: String? {
    get { storage.fields.identifier }
    _modify { yield &fields.identifier }
  }
  /// The provider's private document.
  public var handle: PropertyValue? {
    get { storage.fields.handle }
    _modify { yield &fields.handle }
  }
  public var route: Route {
    get { storage.fields.route }
    _modify { yield &fields.route }
  }

  // MARK: What

  /// The properties as last applied, with references left in.
  public var inputs: PropertyObject {
    get { storage.fields.inputs }
    _modify { yield &fields.inputs }
  }
  /// What each path with a reference or expression was resolved to when it was last applied.
  public var bindings: [PropertyPath: PropertyValue] {
    get { storage.fields.bindings }
    _modify { yield &fields.bindings }
  }
  /// The owned units of ``inputs``: what the user said and the engine therefore compares.
  public var ownedPaths: [PropertyPath] {
    get { storage.fields.ownedPaths }
    _modify { yield &fields.ownedPaths }
  }
  /// The number of successful changes.
  public var revision: Int {
    get { storage.fields.revision }
    _modify { yield &fields.revision }
  }
  public var secrets: [PropertyPath: SecretRecord] {
    get { storage.fields.secrets }
    _modify { yield &fields.secrets }
  }
  /// The readable attributes after the last change; never a sensitive one.
  public var attributes: PropertyObject {
    get { storage.fields.attributes }
    _modify { yield &fields.attributes }
  }
  /// What the provider was seen to hold on owned paths where that differs from what was sent: the baseline of drift.
  public var observed: [PropertyPath: PropertyValue] {
    get { storage.fields.observed }
    _modify { yield &fields.observed }
  }
  /// Seconds since 1970; 0 before the first observation.
  public var observedAt: Int {
    get { storage.fields.observedAt }
    _modify { yield &fields.observedAt }
  }
  /// Whether ``observed`` comes from an answer that showed the whole object, so that everything that differs from it is a change.
  ///
  /// Without it, what a service adds to a value or makes of it is not known yet, and only what contradicts a value is a change.
  public var hasBaseline: Bool {
    get { storage.fields.hasBaseline }
    _modify { yield &fields.hasBaseline }
  }

  // MARK: How

  public var edges: [RecordedEdge] {
    get { storage.fields.edges }
    _modify { yield &fields.edges }
  }
  public var lifecycle: Lifecycle {
    get { storage.fields.lifecycle }
    _modify { yield &fields.lifecycle }
  }
  public var wait: Wait? {
    get { storage.fields.wait }
    _modify { yield &fields.wait }
  }
  /// Why the object is not what was asked for, one sentence each; the next plan updates it even when nothing else differs.
  public var incompleteReasons: [String] {
    get { storage.fields.incompleteReasons }
    _modify { yield &fields.incompleteReasons }
  }
  /// Whether the object was there before it was taken over; a rollback to before that lets go of it instead of deleting it.
  public var isTakenOver: Bool {
    get { storage.fields.isTakenOver }
    _modify { yield &fields.isTakenOver }
  }
  /// Whether the object was taken over and does not bear the engine's tags yet; its next update brings them.
  public var lacksIdentityTags: Bool {
    get { storage.fields.lacksIdentityTags }
    _modify { yield &fields.lacksIdentityTags }
  }
  /// Whether the target could not hold the type, so that nothing was made.
  public var isUnsupported: Bool {
    get { storage.fields.isUnsupported }
    _modify { yield &fields.isUnsupported }
  }

  /// Creates the record of an incarnation.
  public init(
    address: ResourceAddress, type: String, placement: Placement, instance: InstanceID, generation: Int, source: SourceLocation
  ) {
    storage = Storage(
      Fields(address: address, type: type, placement: placement, instance: instance, generation: generation, source: source))
  }

  // MARK: Storage

  private struct Fields: Hashable {
    var address: ResourceAddress
    var type: String
    var placement: Placement
    var instance: InstanceID
    var generation: Int
    var status: Status = .current
    var createdAt: Int = 0
    var updatedAt: Int = 0
    var source: SourceLocation
    var identifier: String?
    var handle: PropertyValue?
    var route: Route = .embedded
    var inputs: PropertyObject = [:]
    var bindings: [PropertyPath: PropertyValue] = [:]
    var ownedPaths: [PropertyPath] = []
    var revision: Int = 0
    var secrets: [PropertyPath: SecretRecord] = [:]
    var attributes: PropertyObject = [:]
    var observed: [PropertyPath: PropertyValue] = [:]
    var observedAt: Int = 0
    var hasBaseline: Bool = false
    var edges: [RecordedEdge] = []
    var lifecycle: Lifecycle = Lifecycle()
    var wait: Wait?
    var incompleteReasons: [String] = []
    var isTakenOver: Bool = false
    var lacksIdentityTags: Bool = false
    var isUnsupported: Bool = false
  }

  /// What copies share until one of them changes: a copy costs one count of references, not one for each field.
  ///
  /// Each large value has its own: reading through a generic wrapper would copy all fields where files are optimized one by one,
  /// as in debug builds.
  private final class Storage: @unchecked Sendable {
    // Changed by `fields` only, which sees to it that nobody else holds the storage; and `Fields` is of Sendable values.
    var fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private var storage: Storage

  private var fields: Fields {
    get { storage.fields }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.fields) }
      yield &storage.fields
    }
  }

  public static func == (left: ResourceRecord, right: ResourceRecord) -> Bool {
    left.storage === right.storage || left.fields == right.fields
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}

extension ResourceRecord: CustomReflectable {
  /// The fields, for dumps and for what a failed test shows.
  public var customMirror: Mirror { Mirror(reflecting: storage.fields) }
}
