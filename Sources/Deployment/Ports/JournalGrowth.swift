/// How large a journal has become beside its snapshot.
public struct JournalGrowth: Sendable, Hashable {
  /// Bytes since the last compaction.
  public var journalSize: Int
  /// Bytes of the snapshot that the journal continues.
  public var snapshotSize: Int

  /// Creates a growth.
  public init(journalSize: Int, snapshotSize: Int) {
    self.journalSize = journalSize
    self.snapshotSize = snapshotSize
  }

  /// Below this size a journal is not worth a compaction within a run.
  public static let smallestJournal = 4 << 20

  /// Whether it is time to compact: the journal exceeds the snapshot.
  ///
  /// Each compaction lets the next one wait for a journal that is as large as all before, so all of them together cost a constant per entry.
  /// Nobody ever reads more than twice what the state needs.
  public var isCompactionDue: Bool { journalSize > max(snapshotSize, Self.smallestJournal) }
}
