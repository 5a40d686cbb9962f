import StrataDeployment
import StrataModel
import Synchronization

/// A lease that counts the bytes that its journal grows by.
final class MeasuredLease: StateLease {
  private let lease: any StateLease
  private let sizes = Mutex((bytes: 0, journal: 0))

  init(_ lease: any StateLease) { self.lease = lease }

  /// All bytes that entries took so far, the ones that were compacted among them.
  var journalBytes: Int { sizes.withLock { $0.bytes } }

  func load() async throws(StateError) -> StateSnapshot? { try await lease.load() }

  func initialize(_ snapshot: StateSnapshot) async throws(StateError) { try await lease.initialize(snapshot) }

  func append(_ entries: [JournalEntry]) async throws(StateError) -> JournalGrowth {
    let growth = try await lease.append(entries)
    sizes.withLock { sizes in
      // A journal that has shrunk was begun anew.
      sizes.bytes += growth.journalSize < sizes.journal ? growth.journalSize : growth.journalSize - sizes.journal
      sizes.journal = growth.journalSize
    }
    return growth
  }

  func compact(_ snapshot: StateSnapshot) async throws(StateError) {
    try await lease.compact(snapshot)
    sizes.withLock { $0.journal = 0 }
  }

  func rewriteHistory() async throws(StateError) -> Int { try await lease.rewriteHistory() }

  func confirm() async throws(StateError) { try await lease.confirm() }

  func release() async { await lease.release() }
}
