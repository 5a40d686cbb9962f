import StrataModel
import Synchronization

/// What the last reading of state in clear came to: whoever reads the same bytes again and again, as simulations do, decodes them once.
package final class StateReadMemory: Sendable {
  private struct Reading {
    var snapshot: [UInt8]
    var journal: [UInt8]?
    var content: LocalStateFiles.Content
  }

  private let last = Mutex<Reading?>(nil)

  /// Creates an empty memory.
  package init() {}

  func content(of snapshot: [UInt8], _ journal: [UInt8]?) -> LocalStateFiles.Content? {
    last.withLock { last in
      guard let last, last.snapshot == snapshot, last.journal == journal else { return nil }
      return last.content
    }
  }

  func keep(_ content: LocalStateFiles.Content, of snapshot: [UInt8], _ journal: [UInt8]?) {
    last.withLock { $0 = Reading(snapshot: snapshot, journal: journal, content: content) }
  }
}
