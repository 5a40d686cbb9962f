import StrataDeployment
import StrataModel
import Synchronization

/// A simulated AWS in the process: all resource types of the catalogue, several accounts and regions, no network.
///
/// It answers as AWS would, as far as schemas and the documented rules of services tell: it validates, makes identifiers and ARNs, checks
/// references in both directions, and is as unhelpful as the options say. ``knownGaps`` lists what it does not know.
/// Equal seeds, clocks and calls give equal answers.
public final class EmbeddedCloud: Sendable {
  /// What is behind the lock.
  struct State: Sendable {
    var store: CloudStore
    var faults: FaultSource
    var journal: CloudJournal?
    var operations: [CloudOperation] = []
    var recordsOperations: Bool
  }

  let state: Mutex<State>
  let options: EmbeddedCloudOptions

  /// Creates a cloud that lives in memory.
  public init(_ options: EmbeddedCloudOptions = EmbeddedCloudOptions()) {
    self.options = options
    state = Mutex(
      State(
        store: CloudStore(
          seed: options.seed, realism: options.realism, delayPerMille: options.delayPerMille, exactTypes: options.exactTypes),
        faults: FaultSource(plan: options.faults, seed: options.seed), journal: nil, recordsOperations: true))
  }

  /// Opens a cloud that is kept in a directory, such as `.strata/cloud`, and shared with other processes.
  ///
  /// - Throws: ``CloudFileError`` for a directory that cannot be used, or a file that is damaged.
  public init(directory: String, _ options: EmbeddedCloudOptions = EmbeddedCloudOptions()) throws(CloudFileError) {
    self.options = options
    var store = CloudStore(
      seed: options.seed, realism: options.realism, delayPerMille: options.delayPerMille, exactTypes: options.exactTypes)
    var journal = try CloudJournal(directory: directory)
    try journal.catchUp(&store)
    state = Mutex(
      State(store: store, faults: FaultSource(plan: options.faults, seed: options.seed), journal: journal, recordsOperations: false))
  }

  /// Creates a cloud in memory that holds what another one holds now; from then on neither knows of the other.
  package init(as cloud: EmbeddedCloud, clock: CloudClock) {
    var options = cloud.options
    options.clock = clock
    self.options = options
    var copy = cloud.state.withLock { $0 }
    copy.journal = nil
    state = Mutex(copy)
  }

  /// Replaces what goes wrong from now on.
  public func setFaults(_ plan: FaultPlan) {
    state.withLock { $0.faults = FaultSource(plan: plan, seed: options.seed) }
  }

  private static func store(_ options: EmbeddedCloudOptions) -> CloudStore {
    var store = CloudStore(
      seed: options.seed, realism: options.realism, delayPerMille: options.delayPerMille, exactTypes: options.exactTypes)
    store.enforcesQuotas = options.enforcesQuotas
    return store
  }
}
