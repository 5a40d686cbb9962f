import StrataModel
import Synchronization

/// What the last reading of state in clear came to: whoever reads the same bytes again and again, as simulations do, decodes them once.
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
  private let last = Mutex<Reading?>(nil)
  private let entries = Mutex<[Line: JournalEntry]>([:])

  private static let mostEntries = 50_000

  /// Creates an empty memory.
  package init(keepsEntries: Bool = false) { self.keepsEntries = keepsEntries }

  func content(of snapshot: [UInt8], _ journal: [UInt8]?) -> LocalStateFiles.Content? {
    last.withLock { last in
      guard let last, last.snapshot == snapshot, last.journal == journal else { return nil }
      return last.content
    }
  }

  func keep(_ content: LocalStateFiles.Content, of snapshot: [UInt8], _ journal: [UInt8]?) {
    last.withLock { $0 = Reading(snapshot: snapshot, journal: journal, content: content) }
  }

  func entry(of line: [UInt8]) -> JournalEntry? { entries.withLock { $0[Line(bytes: line)] } }

  func keep(_ entry: JournalEntry, of line: [UInt8]) {
    entries.withLock { entries in
      if entries.count >= Self.mostEntries { entries = [:] }
      entries[Line(bytes: line)] = entry
    }
  }
}
