/// An operation that is about to be sent: everything that recovery needs, without the program and without the plan.
public struct Intent: Sendable, Hashable {
  /// What the operation does.
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    case create
    case update
    case delete
  }

  /// The step's number in its plan.
  public var step: Int
  public var operation: Operation
  public var address: ResourceAddress
  public var instance: InstanceID
  public var generation: Int
  public var type: String
  public var placement: Placement
  public var route: ResourceRecord.Route
  public var apiClass: String
  /// The idempotency token, 32 hexadecimal characters; `nil` where the operation takes none.
  public var token: String?
  /// Raised only after a definite failure.
  public var attempt: Int
  /// The identifier of the object to change or delete.
  public var identifier: String?
  public var handle: PropertyValue?
  /// The exact properties that are sent, with secrets left as markers.
  public var request: PropertyObject
  /// For an update, the properties before it.
  public var previous: PropertyObject?
  public var requestDigest: String
  /// Whether a read before the intent proved that nothing stood under the name or key; `nil` when none was made.
  public var precheckedAbsent: Bool?
  /// The node whose record the outcome becomes.
  public var source: SourceLocation
  public var inputs: PropertyObject
  public var bindings: [PropertyPath: PropertyValue]
  public var ownedPaths: [PropertyPath]
  public var secrets: [PropertyPath: ResourceRecord.SecretRecord]
  public var edges: [RecordedEdge]
  public var lifecycle: Lifecycle
  /// When the call must have left and when it must have answered, in seconds since 1970.
  public var sendBy: Int
  public var deadline: Int

  /// Creates an intent.
  public init(
    step: Int, operation: Operation, address: ResourceAddress, instance: InstanceID, generation: Int, type: String, placement: Placement,
    route: ResourceRecord.Route, apiClass: String, token: String? = nil, attempt: Int = 0, identifier: String? = nil,
    handle: PropertyValue? = nil, request: PropertyObject = [:], previous: PropertyObject? = nil, requestDigest: String = "",
    precheckedAbsent: Bool? = nil, source: SourceLocation, inputs: PropertyObject = [:], bindings: [PropertyPath: PropertyValue] = [:],
    ownedPaths: [PropertyPath] = [], secrets: [PropertyPath: ResourceRecord.SecretRecord] = [:], edges: [RecordedEdge] = [],
    lifecycle: Lifecycle = Lifecycle(), sendBy: Int = 0, deadline: Int = 0
  ) {
    self.step = step
    self.operation = operation
    self.address = address
    self.instance = instance
    self.generation = generation
    self.type = type
    self.placement = placement
    self.route = route
    self.apiClass = apiClass
    self.token = token
    self.attempt = attempt
    self.identifier = identifier
    self.handle = handle
    self.request = request
    self.previous = previous
    self.requestDigest = requestDigest
    self.precheckedAbsent = precheckedAbsent
    self.source = source
    self.inputs = inputs
    self.bindings = bindings
    self.ownedPaths = ownedPaths
    self.secrets = secrets
    self.edges = edges
    self.lifecycle = lifecycle
    self.sendBy = sendBy
    self.deadline = deadline
  }
}
