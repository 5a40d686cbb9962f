/// Everything that is known about what an environment's deployments made: the fold of all journal entries up to ``serial``.
public struct StateSnapshot: Sendable, Hashable {
  /// The format this version writes; readers take it and the one before.
  public static let currentFormat = 1

  public var format: Int = StateSnapshot.currentFormat

  /// A random UUID, made once per state.
  public var lineage: String
  public var environment: String

  /// The sequence number of the last journal entry folded in.
  public var serial: Int = 0

  /// Raised by each taker of a remote lock; 0 for local state.
  public var epoch: Int = 0

  /// The next generation to hand out; never lowered.
  public var nextGeneration: Int = 1

  /// The version of the engine that wrote the state.
  public var engine: String

  /// The account of the caller, once it is known.
  public var account: String?

  /// The records by instance; at most one per address is current.
  public var records = ResourceRecords()

  /// The outputs by key.
  public var outputs: [String: OutputRecord] = [:]

  /// What the program declared at the last deployment and the cloud could not hold.
  public var unsupported: [UnsupportedResource] = []

  /// The run that wrote last; `nil` before the first one, and in state that earlier versions wrote.
  public var lastRun: LastRun?

  /// Pinned results of lookups, by key.
  public var lookups: [String: PropertyValue] = [:]

  /// Operations whose outcome is not known: intents without an outcome.
  public var intentsByID: [OpenIntent.ID: OpenIntent] = [:]

  /// Creates the state of an environment in which nothing was deployed.
  public init(lineage: String, environment: String, engine: String) {
    self.lineage = lineage
    self.environment = environment
    self.engine = engine
  }

  /// The current records by address.
  public var currentRecords: [ResourceAddress: ResourceRecord] {
    var result: [ResourceAddress: ResourceRecord] = [:]
    result.reserveCapacity(records.count)
    for record in records.values where record.status == .current { result[record.address] = record }
    return result
  }

  /// The pinned results of lookups, ascending by key.
  public var pinnedLookups: PropertyObject { PropertyObject(lookups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }

  /// Operations whose outcome is not known, ascending by run and step.
  public var openIntents: [OpenIntent] {
    intentsByID.isEmpty ? [] : intentsByID.values.sorted { $0.id < $1.id }
  }

  /// Whether nothing is recorded that still exists or is expected to.
  public var isEmpty: Bool { records.isEmpty && intentsByID.isEmpty }
}
