/// One durable fact about a deployment; state is the fold of all of them.
public struct JournalEntry: Sendable, Hashable {
  /// The entry's number; each is one more than the one before it.
  public var sequence: Int
  public var epoch: Int
  /// The identity of the run that wrote the entry.
  public var run: String
  /// Seconds since 1970.
  public var at: Int
  public var body: Body

  /// Creates an entry.
  public init(sequence: Int, epoch: Int, run: String, at: Int, body: Body) {
    self.sequence = sequence
    self.epoch = epoch
    self.run = run
    self.at = at
    self.body = body
  }

  /// What happened.
  public enum Body: Sendable, Hashable {
    /// A run began and reserved generations.
    case run(RunStart)
    /// A call is about to be sent.
    case intent(Intent)
    /// A call was answered, and its end is waited for.
    case accepted(step: Int, Acceptance)
    /// A call's end is known.
    case outcome(step: Int, Outcome)
    /// Recovery decided an interrupted operation.
    case resolved(run: String, step: Int, Resolution)
    /// A step was not done.
    case skip(step: Int, address: ResourceAddress, reason: String)
    /// Metadata changed without a call: edges, lifecycle, position.
    case note(InstanceID, Metadata)
    /// A record took another address.
    case move(from: ResourceAddress, to: ResourceAddress)
    /// A record was dropped although its object may still exist.
    case forget(InstanceID, reason: String)
    /// An existing object was taken over.
    case imported(ResourceRecord)
    /// An object was read, and what it shows is the baseline from now on.
    case observed(InstanceID, Baseline)
    /// The outputs as resolved at the end of a run.
    case outputs([String: OutputRecord])
    /// The pinned answers of lookups, all of them.
    case lookups([String: PropertyValue])
    /// A run ended.
    case end(RunEnd)
    /// A taker of a remote lock closed the log to its predecessor.
    case fence(taker: String)
  }

  /// The beginning of a run.
  public struct RunStart: Sendable, Hashable {
    public var engine: String
    public var command: String
    public var planDigest: String?
    public var principal: String?
    public var host: String
    /// The generation after the last one that the run may use.
    public var reservedGenerationsEnd: Int
    /// What the program declares and the cloud cannot hold; `nil` where that is as recorded before.
    public var unsupported: [UnsupportedResource]?
    /// The serial of the earlier state that the run leads back to; `nil` for one that leads to what a program declares.
    public var rollbackSerial: Int?

    /// Creates a run's beginning.
    public init(
      engine: String, command: String, planDigest: String?, principal: String?, host: String, reservedGenerationsEnd: Int,
      rollbackSerial: Int? = nil, unsupported: [UnsupportedResource]? = nil
    ) {
      self.engine = engine
      self.command = command
      self.planDigest = planDigest
      self.principal = principal
      self.host = host
      self.reservedGenerationsEnd = reservedGenerationsEnd
      self.unsupported = unsupported
      self.rollbackSerial = rollbackSerial
    }
  }

  /// A first answer.
  public struct Acceptance: Sendable, Hashable {
    public var identifier: String?
    public var handle: PropertyValue?
    public var waitToken: String?

    /// Creates an acceptance.
    public init(identifier: String? = nil, handle: PropertyValue? = nil, waitToken: String? = nil) {
      self.identifier = identifier
      self.handle = handle
      self.waitToken = waitToken
    }
  }

  /// How an operation ended.
  public struct Outcome: Sendable, Hashable {
    /// The kinds of end.
    public enum Result: Sendable, Hashable {
      /// Created or updated as asked.
      case done
      /// Deleted, and proven so.
      case gone
      /// Left in place on purpose.
      case retained
      /// Deleted for order's sake; the service keeps it until a date (seconds since 1970).
      case pendingDeletion(until: Int)
      /// The object exists, but not as asked.
      case partial(reasons: [String])
      /// Nothing changed.
      case failed
    }

    public var result: Result
    public var identifier: String?
    public var handle: PropertyValue?
    public var attributes: PropertyObject
    public var observed: [PropertyPath: PropertyValue]
    public var error: String?
    /// Whether a failure proves that nothing was executed, so that a new attempt needs a new token.
    public var isDefinite: Bool

    /// Creates an outcome.
    public init(
      _ result: Result, identifier: String? = nil, handle: PropertyValue? = nil, attributes: PropertyObject = [:],
      observed: [PropertyPath: PropertyValue] = [:], error: String? = nil, isDefinite: Bool = true
    ) {
      self.result = result
      self.identifier = identifier
      self.handle = handle
      self.attributes = attributes
      self.observed = observed
      self.error = error
      self.isDefinite = isDefinite
    }
  }

  /// What recovery found.
  public struct Resolution: Sendable, Hashable {
    /// The outcome that the interrupted operation turned out to have had.
    public var outcome: Outcome
    /// What proves it, in one sentence.
    public var evidence: String

    /// Creates a resolution.
    public init(outcome: Outcome, evidence: String) {
      self.outcome = outcome
      self.evidence = evidence
    }
  }

  /// What a note changes on a record.
  public struct Metadata: Sendable, Hashable {
    public var edges: [RecordedEdge]
    public var lifecycle: Lifecycle
    public var inputs: PropertyObject
    /// What references and expressions of ``inputs`` stand for, so that the next plan finds nothing to compare.
    public var bindings: [PropertyPath: PropertyValue]
    public var ownedPaths: [PropertyPath]
    public var secrets: [PropertyPath: ResourceRecord.SecretRecord]
    public var source: SourceLocation

    /// Creates metadata.
    public init(
      edges: [RecordedEdge], lifecycle: Lifecycle, inputs: PropertyObject, bindings: [PropertyPath: PropertyValue] = [:],
      ownedPaths: [PropertyPath], secrets: [PropertyPath: ResourceRecord.SecretRecord] = [:], source: SourceLocation
    ) {
      self.edges = edges
      self.lifecycle = lifecycle
      self.inputs = inputs
      self.bindings = bindings
      self.ownedPaths = ownedPaths
      self.secrets = secrets
      self.source = source
    }
  }

  /// What a read of an object showed.
  public struct Baseline: Sendable, Hashable {
    /// What the object holds on owned paths where that differs from what was sent.
    public var observed: [PropertyPath: PropertyValue]
    /// The attributes to record.
    public var attributes: PropertyObject

    /// Creates a baseline.
    public init(observed: [PropertyPath: PropertyValue], attributes: PropertyObject) {
      self.observed = observed
      self.attributes = attributes
    }
  }

  /// The end of a run.
  public struct RunEnd: Sendable, Hashable {
    public var created = 0
    public var updated = 0
    public var deleted = 0
    public var failed = 0
    public var skipped = 0
    /// Actions that ran or were undone.
    public var acted = 0
    public var isInterrupted = false

    /// Creates an end in which nothing was done.
    public init() {}
  }
}
