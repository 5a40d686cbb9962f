import StrataModel

/// The right to write a state in memory.
struct MemoryStateLease: StateLease {
  private let backend: MemoryStateBackend
  private let term: Int

  init(_ backend: MemoryStateBackend, term: Int) {
    self.backend = backend
    self.term = term
  }

  func load() async throws(StateError) -> StateSnapshot? { try backend.current() }

  func initialize(_ snapshot: StateSnapshot) async throws(StateError) {
    try backend.write(term: term) { base, _ in
      guard base == nil else { return StateError(.corrupted, "The memory holds a state already.") }
      base = snapshot
      return nil
    }
  }

  func append(_ entries: [JournalEntry]) async throws(StateError) -> JournalGrowth {
    try backend.write(term: term) { base, journal in
      guard let base else { return StateError(.corrupted, "The memory holds no state yet; initialize it first.") }
      let next = (journal.last?.sequence ?? base.serial) + 1
      for (offset, entry) in entries.enumerated() where entry.sequence != next + offset {
        return StateError(.corrupted, "Journal entry \(entry.sequence) was written where \(next + offset) belongs.")
      }
      journal += entries
      return nil
    }
    return JournalGrowth(journalSize: 0, snapshotSize: 0)
  }

  func compact(_ snapshot: StateSnapshot) async throws(StateError) {
    try backend.write(term: term) { base, journal in
      guard snapshot.serial == journal.last?.sequence ?? base?.serial else {
        return StateError(.corrupted, "The snapshot with the serial \(snapshot.serial) does not stand for the journal.")
      }
      base = snapshot
      return nil
    }
  }

  func rewriteHistory() async throws(StateError) -> Int { 0 }

  func release() async { backend.release(term: term) }
}
