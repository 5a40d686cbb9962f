/// Every step that leads from a state to a desired graph, and their order; applying follows it and decides nothing.
public struct Plan: Sendable, Hashable {
  /// The format this version writes.
  public static let currentFormat = 1

  public var format: Int = Plan.currentFormat
  public var engine: String
  public var environment: String

  // MARK: What the plan is bound to

  public var lineage: String
  public var serial: Int
  public var epoch: Int
  /// The digest of the desired graph without source positions; empty for a plan that destroys.
  public var graphDigest: String
  public var placements: [Placement]
  public var observationsDigest: String
  /// The generations that the plan's new instances use.
  public var reservedGenerations: Range<Int>

  // MARK: What it does

  public var steps: [PlanStep]
  /// Earlier incarnations that take their addresses back, done before moves and steps; only a rollback has any.
  public var reinstated: [Reinstatement]
  /// What a refresh found of attributes, ascending by address; recorded before any step, because steps refer to it.
  public var refreshed: [Refreshed]
  /// Renames, done before any step: records take their new addresses.
  public var moves: [Move]
  public var outputs: [OutputDeclaration]
  /// The keys of outputs that are new, gone, or have or may get another value, ascending.
  public var changedOutputs: [String]
  /// The answers of lookups that the plan was made with, by key; state pins them.
  public var lookups: [String: PropertyValue]
  /// The lookups whose answer is new or another than the pinned one, ascending by key.
  public var changedLookups: [LookupChange]
  /// What the cloud cannot hold, where that is not what the state says already; `nil` where it is.
  public var unsupported: [UnsupportedResource]?
  /// Addresses whose loss of data, or protection, must be acknowledged before the plan may be applied.
  public var requiredAcknowledgements: [Acknowledgement]
  /// Whether the plan takes an environment apart.
  public var isDestroy: Bool
  /// The serial of the earlier state that the plan leads back to; `nil` for a plan to what a program declares.
  public var rollbackSerial: Int?
  /// What the user selected; `nil` for a plan of everything.
  public var selection: Selection?
  /// What the user should read before applying.
  public var diagnostics: [Diagnostic]

  /// A record that takes another address.
  public struct Move: Sendable, Hashable {
    public var from: ResourceAddress
    public var to: ResourceAddress

    /// Creates a move.
    public init(from: ResourceAddress, to: ResourceAddress) {
      self.from = from
      self.to = to
    }
  }

  /// A lookup whose answer is not the pinned one.
  public struct LookupChange: Sendable, Hashable {
    public var key: String
    /// The pinned answer; `nil` for a question that was not asked before.
    public var before: PropertyValue?
    public var after: PropertyValue

    /// Creates a change.
    public init(key: String, before: PropertyValue?, after: PropertyValue) {
      self.key = key
      self.before = before
      self.after = after
    }
  }

  /// An incarnation that becomes the current one of an address again; the one that stands there is deposed.
  public struct Reinstatement: Sendable, Hashable {
    public var instance: InstanceID
    public var address: ResourceAddress
    /// The record as it was, for an object that was left in place and is no longer recorded.
    public var record: ResourceRecord?

    /// Creates a reinstatement.
    public init(_ instance: InstanceID, at address: ResourceAddress, record: ResourceRecord? = nil) {
      self.instance = instance
      self.address = address
      self.record = record
    }
  }

  /// An object whose attributes are others than the recorded ones.
  public struct Refreshed: Sendable, Hashable {
    public var address: ResourceAddress
    public var instance: InstanceID
    /// The names of the attributes that differ, ascending.
    public var attributes: [String]
    public var baseline: JournalEntry.Baseline

    /// Creates the finding.
    public init(_ instance: InstanceID, at address: ResourceAddress, attributes: [String], baseline: JournalEntry.Baseline) {
      self.address = address
      self.instance = instance
      self.attributes = attributes
      self.baseline = baseline
    }
  }

  /// A danger that needs a word from the user.
  public struct Acknowledgement: Sendable, Hashable {
    /// Why a word is needed.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      /// The resource is declared protected.
      case protected
      /// The resource holds data that a delete loses.
      case dataLoss
      /// Most of the environment would be deleted.
      case massDelete
    }

    public var address: ResourceAddress
    public var type: String
    public var reason: Reason
    public var step: Int
    public var source: SourceLocation?

    /// Creates an acknowledgement.
    public init(address: ResourceAddress, type: String, reason: Reason, step: Int, source: SourceLocation?) {
      self.address = address
      self.type = type
      self.reason = reason
      self.step = step
      self.source = source
    }
  }

  /// Creates a plan without steps for a state.
  public init(for snapshot: StateSnapshot, engine: String) {
    self.engine = engine
    environment = snapshot.environment
    lineage = snapshot.lineage
    serial = snapshot.serial
    epoch = snapshot.epoch
    graphDigest = ""
    placements = []
    observationsDigest = ""
    reservedGenerations = snapshot.nextGeneration..<snapshot.nextGeneration
    steps = []
    reinstated = []
    refreshed = []
    moves = []
    outputs = []
    changedOutputs = []
    lookups = snapshot.lookups
    changedLookups = []
    unsupported = nil
    requiredAcknowledgements = []
    isDestroy = false
    rollbackSerial = nil
    selection = nil
    diagnostics = []
  }

  /// Whether the plan leads back to an earlier state and not to what a program declares.
  public var isRollback: Bool { rollbackSerial != nil }

  /// Whether applying the plan would change anything but source positions.
  public var hasChanges: Bool {
    !moves.isEmpty || !reinstated.isEmpty || !changedOutputs.isEmpty || !changedLookups.isEmpty || unsupported != nil
      || steps.contains { $0.operation != .keep }
  }

  /// Whether an error forbids to apply the plan; acknowledgements are asked for beside it.
  public var hasErrors: Bool { diagnostics.containsErrors }
}
