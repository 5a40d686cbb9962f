import StrataModel
import Synchronization

/// What the last few readings of state in clear came to: whoever reads the same bytes again and again, as simulations do, decodes them once,
/// and of a journal that grew, only what is new.
///
/// With `keepsEntries` also the entries of journals, for whoever reads many journals that begin alike.
package final class StateReadMemory: Sendable {
  private struct Reading {
    var snapshot: [UInt8]
    var journal: [UInt8]?
    var content: LocalStateFiles.Content
  }

  /// A line of a journal, hashed as a whole: an array is hashed byte by byte.
  private struct Line: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  let keepsEntries: Bool
  /// The last one first.
  private let readings = Mutex<[Reading]>([])
  private let entries = Mutex<[Line: JournalEntry]>([:])

  /// Enough for what is read between two crashes of one deployment, the second of which leaves the first one's journal and a bit more.
  private static let mostReadings = 4
  private static let mostEntries = 50_000

  /// Creates an empty memory.
  package init(keepsEntries: Bool = false) { self.keepsEntries = keepsEntries }

  func content(of snapshot: [UInt8], _ journal: [UInt8]?) -> LocalStateFiles.Content? {
    readings.withLock { readings in
      readings.first { $0.snapshot == snapshot && $0.journal == journal }?.content
    }
  }

  /// What a journal came to that this one only continues, at a place between two frames.
  func beginning(of snapshot: [UInt8], _ journal: [UInt8]?) -> LocalStateFiles.Content? {
    guard let journal else { return nil }
    func isContinued(_ reading: Reading) -> Bool {
      guard let known = reading.journal, let end = reading.content.journalEnd else { return false }
      return 0 < end && end <= journal.count && reading.snapshot == snapshot && known[..<end] == journal[..<end]
    }
    return readings.withLock { readings in
      readings.filter(isContinued).max { ($0.content.journalEnd ?? 0) < ($1.content.journalEnd ?? 0) }?.content
    }
  }

  func keep(_ content: LocalStateFiles.Content, of snapshot: [UInt8], _ journal: [UInt8]?) {
    readings.withLock { readings in
      if readings.count == Self.mostReadings { readings.removeLast() }
      readings.insert(Reading(snapshot: snapshot, journal: journal, content: content), at: 0)
    }
  }

  func entry(of line: [UInt8]) -> JournalEntry? { entries.withLock { $0[Line(bytes: line)] } }

  func keep(_ entry: JournalEntry, of line: [UInt8]) {
    entries.withLock { entries in
      if entries.count >= Self.mostEntries { entries = [:] }
      entries[Line(bytes: line)] = entry
    }
  }
}
