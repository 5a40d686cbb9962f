public import StrataModel

/// Where an environment's state lives: a snapshot and an append-only journal.
public protocol StateBackend: Sendable {
  /// A name for messages: a path or an address, without credentials.
  var location: String { get }

  /// Takes the lock, or throws who holds it.
  func lock(as owner: LockOwner) async throws(StateError) -> any StateLease

  /// Reads without a lock: what is durable now, or `nil` for an environment that was never deployed.
  func load() async throws(StateError) -> StateSnapshot?
}

/// The right to write an environment's state.
public protocol StateLease: Sendable {
  /// The snapshot with all durable journal entries folded in; `nil` for an environment that was never deployed.
  func load() async throws(StateError) -> StateSnapshot?

  /// Makes the first state durable.
  func initialize(_ snapshot: StateSnapshot) async throws(StateError)

  /// Makes entries durable, all or none of them, in order.
  ///
  /// Their numbers follow those of the entries before. A write that throws changed nothing, or ends the lease: then all later ones throw.
  func append(_ entries: [JournalEntry]) async throws(StateError) -> JournalGrowth

  /// Replaces snapshot and journal by a snapshot whose serial is that of the last entry.
  func compact(_ snapshot: StateSnapshot) async throws(StateError)

  /// Gives the right back; harmless when it is lost already.
  func release() async
}
