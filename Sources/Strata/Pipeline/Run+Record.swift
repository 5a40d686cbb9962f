import Foundation
import StrataDeployment
import StrataModel

extension Run {
  /// Makes facts durable that no deployment brought about: what was read, moved, taken over or accepted.
  ///
  /// - Returns: the state with them.
  /// - Throws: ``CommandFailure`` when state cannot be written; nothing of them is recorded then.
  @discardableResult
  func record(_ bodies: [JournalEntry.Body]) async throws(CommandFailure) -> StateSnapshot {
    guard !bodies.isEmpty else { return snapshot }
    let now = Int(Date().timeIntervalSince1970)
    let entries = bodies.enumerated().map { index, body in
      JournalEntry(
        sequence: snapshot.serial + index + 1, epoch: snapshot.epoch, run: deployment.options.run, at: now, body: body)
    }
    do throws(StateError) {
      if try await lease.load() == nil { try await lease.initialize(snapshot) }
      _ = try await lease.append(entries)
    } catch {
      throw CommandFailure(error)
    }
    // The numbers were made from the state's, so the fold cannot refuse them.
    return (try? snapshot.folding(entries)) ?? snapshot
  }
}
