public import StrataModel
import Synchronization

/// State in memory, for tests; its writes can be made to fail, one by one, and its holder to die.
///
/// Copies share their state, as two processes share a folder.
public final class MemoryStateBackend: StateBackend {
  /// What happens to one write.
  public enum Fault: Sendable, Hashable {
    /// The write throws, and nothing is changed.
    case fail(StateError)
    /// The process dies before the write: it and all later ones throw.
    case dieBefore
    /// The process dies after the write became durable, before anybody heard of it.
    case dieAfter
  }

  private struct Storage {
    var base: StateSnapshot?
    var versions: [StateSnapshot] = []
    var journal: [JournalEntry] = []
    var owner: LockOwner?
    /// Raised when the lock changes hands, so that an old lease finds itself fenced.
    var term = 0
    var writes = 0
    var faults: [Int: Fault] = [:]
  }

  private let storage = Mutex(Storage())

  /// Creates a backend that holds a state, or none.
  public init(_ snapshot: StateSnapshot? = nil) {
    storage.withLock { storage in
      storage.base = snapshot
      storage.versions = snapshot.map { [$0] } ?? []
    }
  }

  public var location: String { "memory" }

  /// Lets a write fail; writes are numbered from 1 over the backend's life, initializations and compactions among them.
  public func inject(_ fault: Fault, atWrite number: Int) { storage.withLock { $0.faults[number] = fault } }

  /// The number of writes so far.
  public var writeCount: Int { storage.withLock { $0.writes } }

  /// All entries since the first state, compacted ones among them.
  public var entries: [JournalEntry] { storage.withLock { $0.journal } }

  /// Ends the holder as `kill -9` does: its lock is free, and its later writes throw.
  public func kill() {
    storage.withLock { storage in
      storage.owner = nil
      storage.term += 1
    }
  }

  public func lock(as owner: LockOwner) async throws(StateError) -> any StateLease {
    let result = storage.withLock { storage -> Result<Int, StateError> in
      if let holder = storage.owner {
        return .failure(
          StateError(.locked, "The state in memory is locked by \(holder.principal): \(holder.command). Wait until it ends.", owner: holder)
        )
      }
      storage.owner = owner
      storage.term += 1
      return .success(storage.term)
    }
    return MemoryStateLease(self, term: try result.get())
  }

  public func load() async throws(StateError) -> StateSnapshot? { try current() }

  public func secretKey() async throws(StateError) -> [UInt8] { [UInt8](repeating: 7, count: 32) }

  public func adoptSecretKey(_ key: [UInt8]) async throws(StateError) {
    guard try await secretKey() == key else { throw StateError(.corrupted, "The memory has a key of its own.") }
  }

  public func lockStatus() async throws(StateError) -> LockStatus? {
    storage.withLock { $0.owner.map { LockStatus(owner: $0, remaining: nil) } }
  }

  public func versions() async throws(StateError) -> [StateVersion] {
    storage.withLock { $0.versions.map { StateVersion(serial: $0.serial, writtenAt: 0, size: 0) } }
  }

  public func snapshot(at serial: Int) async throws(StateError) -> StateSnapshot {
    guard let found = storage.withLock({ $0.versions.last { $0.serial == serial } }) else {
      throw StateError(.corrupted, "There is no earlier state with the serial \(serial) in memory.")
    }
    return found
  }

  public func repair(as owner: LockOwner) async throws(StateError) -> StateRepair { StateRepair(snapshot: try current()) }

  // MARK: What a lease does

  func current() throws(StateError) -> StateSnapshot? {
    let (base, journal) = storage.withLock { ($0.base, $0.journal) }
    guard let base else { return nil }
    do { return try base.folding(journal.drop { $0.sequence <= base.serial }) } catch {
      throw StateError(.corrupted, "The journal in memory lacks entry \(error.expected).")
    }
  }

  func write(term: Int, _ body: @Sendable (inout StateSnapshot?, inout [JournalEntry]) -> StateError?) throws(StateError) {
    let failure = storage.withLock { storage -> StateError? in
      let lost = StateError(.lostLease, "The lock on the state in memory is no longer held.")
      guard storage.term == term else { return lost }
      storage.writes += 1
      switch storage.faults[storage.writes] {
      case .fail(let error): return error
      case .dieBefore:
        storage.owner = nil
        storage.term += 1
        return lost
      case .dieAfter:
        _ = Self.perform(body, &storage)
        storage.owner = nil
        storage.term += 1
        return lost
      case nil: return Self.perform(body, &storage)
      }
    }
    if let failure { throw failure }
  }

  private static func perform(
    _ body: @Sendable (inout StateSnapshot?, inout [JournalEntry]) -> StateError?, _ storage: inout Storage
  ) -> StateError? {
    let failure = body(&storage.base, &storage.journal)
    if let base = storage.base, base.serial != storage.versions.last?.serial { storage.versions.append(base) }
    return failure
  }

  func release(term: Int) {
    storage.withLock { storage in
      guard storage.term == term else { return }
      storage.owner = nil
      storage.term += 1
    }
  }
}
