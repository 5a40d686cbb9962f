import Foundation
import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension Run {
  /// Ends a destroy: on the embedded cloud the waiting windows of deleted keys and secrets pass at once, elsewhere they are told.
  ///
  /// - Throws: ``CommandFailure`` when a record could not be dropped.
  func finishDestroy() async throws(CommandFailure) {
    do {
      guard let state = try await lease.load() else { return }
      let pending = state.records.values.filter { if case .pendingDeletion = $0.status { true } else { false } }
        .sorted { $0.address < $1.address }
      guard !pending.isEmpty else { return }
      guard let cloud = deployment.provider as? EmbeddedCloud else {
        for record in pending { tell("  \(record.address)  \(record.statusText)\n") }
        return
      }
      try await drop(pending, from: state, in: cloud)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// A line for people, which is not among what a program reads.
  private func tell(_ line: String) {
    if session.document.isEmpty { session.terminal.print(line) } else { session.terminal.report(line) }
  }

  private func drop(_ pending: [ResourceRecord], from state: StateSnapshot, in cloud: EmbeddedCloud) async throws(StateError) {
    var entries: [JournalEntry] = []
    for record in pending {
      guard let identifier = record.identifier else { continue }
      let target = ObjectTarget(
        type: record.type, placement: record.placement, route: record.route, identifier: identifier, handle: record.handle)
      do throws(ProviderError) {
        try cloud.endPendingDeletion(of: target)
      } catch  where error.code != .notFound {
        session.terminal.report("  \(record.address)  \(record.statusText): \(error.message)\n")
        continue
      } catch {}
      entries.append(
        JournalEntry(
          sequence: state.serial + entries.count + 1, epoch: state.epoch, run: deployment.options.run,
          at: Int(Date().timeIntervalSince1970), body: .forget(record.instance, reason: "the waiting window of its deletion has passed")))
    }
    guard !entries.isEmpty else { return }
    _ = try await lease.append(entries)
    tell("The waiting windows of \(DiagnosticRenderer.count(entries.count, "deletion")) have passed.\n")
  }
}
