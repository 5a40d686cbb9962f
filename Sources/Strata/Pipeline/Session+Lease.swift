import Foundation
import StrataDeployment
import StrataModel

extension Session {
  /// Takes the lock, finds out what became of an interrupted deployment, does the work, and gives the lock back whatever happens.
  ///
  /// - Parameter lineage: the lineage of a first state, where a saved plan has chosen it already.
  func withLease(command: String, lineage: String? = nil, _ work: (Run) async throws -> Void) async throws {
    let provider = try await makeProvider()
    let lease: any StateLease
    do {
      lease = try await backend.lock(as: owner(of: command))
    } catch {
      throw CommandFailure(error)
    }
    do {
      try await work(Run.begin(self, command: command, lineage: lineage, lease: lease, provider: provider))
    } catch {
      await lease.release()
      throw error
    }
    await lease.release()
  }

  /// Who this process is, for those who find the lock taken.
  func owner(of command: String) -> LockOwner {
    LockOwner(
      principal: ProcessInfo.processInfo.environment["USER"] ?? "unknown", host: ProcessInfo.processInfo.hostName,
      process: Int(ProcessInfo.processInfo.processIdentifier), command: command, since: Int(Date().timeIntervalSince1970))
  }
}
