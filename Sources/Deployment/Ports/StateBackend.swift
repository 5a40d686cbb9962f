public import StrataModel

/// Where an environment's state lives: a snapshot and an append-only journal.
public protocol StateBackend: Sendable {
  /// A name for messages: a path or an address, without credentials.
  var location: String { get }

  /// Takes the lock, or throws who holds it.
  func lock(as owner: LockOwner) async throws(StateError) -> any StateLease

  /// Reads without a lock: what is durable now, or `nil` for an environment that was never deployed.
  func load() async throws(StateError) -> StateSnapshot?

  /// The key of secrets' digests, kept beside the state and apart from it; made when there is none.
  func secretKey() async throws(StateError) -> [UInt8]

  /// Makes a key that was used elsewhere the key of secrets' digests.
  ///
  /// - Throws: ``StateError`` when there is another one already.
  func adoptSecretKey(_ key: [UInt8]) async throws(StateError)

  /// Who holds the lock, or held it last; `nil` when it is free.
  func lockStatus() async throws(StateError) -> LockStatus?

  /// The snapshots that are kept, ascending by serial, the present one among them.
  func versions() async throws(StateError) -> [StateVersion]

  /// One of the snapshots that are kept.
  ///
  /// - Throws: ``StateError`` when there is none with that serial, or it is damaged.
  func snapshot(at serial: Int) async throws(StateError) -> StateSnapshot

  /// Takes the lock, makes one whole state of what is readable, and gives the lock back.
  ///
  /// Nothing is lost by it that was readable before: what is overwritten is copied first. Harmless for a state that is whole.
  ///
  /// - Throws: ``StateError`` when nothing can be read, or somebody works.
  func repair(as owner: LockOwner) async throws(StateError) -> StateRepair
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

  /// Writes the earlier snapshots that are kept again, sealed or in clear as the present one is.
  ///
  /// - Returns: how many stay as they were, because they cannot be read or the place does not let them be replaced.
  func rewriteHistory() async throws(StateError) -> Int

  /// Makes sure, just before a call leaves, that nobody else may hold the right by now.
  ///
  /// It answers at once where the right cannot pass to somebody else, or was confirmed lately.
  ///
  /// - Throws: ``StateError`` with the code `lostLease` when it cannot be made sure; the call must not leave then.
  func confirm() async throws(StateError)

  /// Gives the right back; harmless when it is lost already.
  func release() async
}

extension StateLease {
  public func confirm() async throws(StateError) {}

  /// Does work under the lease, and gives the right back however it ends.
  package func releasing<Value, Failure: Error>(after work: () async throws(Failure) -> Value) async throws(Failure) -> Value {
    do throws(Failure) {
      let value = try await work()
      await release()
      return value
    } catch {
      await release()
      throw error
    }
  }
}
