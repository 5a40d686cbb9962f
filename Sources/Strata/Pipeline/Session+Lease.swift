import Foundation
import StrataDeployment
import StrataModel

extension Session {
  /// Takes the lock, finds out what became of an interrupted deployment, does the work, and gives the lock back whatever happens.
  ///
  /// - Parameter lineage: the lineage of a first state, where a saved plan has chosen it already.
  func withLease(command: String, lineage: String? = nil, _ work: (Run) async throws -> Void) async throws {
    let provider = try await makeProvider()
    try await withStateLease(command: command) { backend, lease in
      let key: [UInt8]
      do throws(StateError) { key = try await backend.secretKey() } catch { throw CommandFailure(error) }
      try await pushRescued(under: lease)
      do {
        try await work(Run.begin(self, command: command, lineage: lineage, lease: lease, provider: provider, secretKey: key))
      } catch var failure as CommandFailure {
        // What was planned and done is told with why it ended, in one document.
        failure.document = document.take()?.objectValue
        throw failure
      } catch {
        printDocument()
        throw error
      }
      printDocument()
    }
  }

  /// Takes the lock, does something with the state alone, and gives the lock back whatever happens.
  func withStateLease<Value>(
    command: String, adjust: (inout StateSealing) -> Void = { _ in }, _ work: (any StateBackend, any StateLease) async throws -> Value
  ) async throws -> Value {
    let backend = try await backend(adjust: adjust)
    let lease: any StateLease
    do {
      lease = try await backend.lock(as: owner(of: command))
    } catch {
      throw CommandFailure(error)
    }
    do { return try await lease.releasing { try await work(backend, lease) } } catch let error as StateError { throw CommandFailure(error) }
  }

  /// What deployments from this machine could not record.
  func rescueFolder() throws(CommandFailure) -> RescueFolder {
    RescueFolder(directory: stateFolder + "/rescue", sealing: try sealing())
  }

  /// Records what an earlier deployment could not record.
  func pushRescued(under lease: any StateLease) async throws(CommandFailure) {
    let rescueFolder = try rescueFolder()
    do throws(StateError) {
      for path in try rescueFolder.pending() {
        do throws(StateError) {
          terminal.report(Self.text(of: try await rescueFolder.push(path, under: lease), path))
        } catch {
          // A file that this state does not want waits for its own; it is no reason to stop.
          guard [.otherEnvironment, .corrupted, .newerFormat, .encryption].contains(error.code) else { throw error }
          terminal.report(context.diagnostics.text(of: [Diagnostic(.warning, code: "state-\(error.code.rawValue)", error.message)]))
        }
      }
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What a push did, in one line.
  static func text(of report: RescueFolder.Report, _ path: String) -> String {
    var text = "Recorded \(DiagnosticRenderer.entries(report.recordedCount)) of \(path)"
    if report.knownCount > 0 { text += "; \(DiagnosticRenderer.count(report.knownCount, "operation")) had been resolved meanwhile" }
    return text + ".\n"
  }

  /// Who this process is, for those who find the lock taken.
  func owner(of command: String) -> LockOwner {
    let variables = ProcessInfo.processInfo.environment
    return LockOwner(
      principal: variables["USER"] ?? "unknown", host: ProcessInfo.processInfo.hostName,
      process: Int(ProcessInfo.processInfo.processIdentifier), command: command, since: Int(Date().timeIntervalSince1970),
      boot: (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?.trimmingCharacters(in: .newlines),
      url: Self.jobPage(variables))
  }

  /// The page of the job that runs this process, as GitHub Actions, GitLab CI and Jenkins tell it.
  private static func jobPage(_ variables: [String: String]) -> String? {
    if let server = variables["GITHUB_SERVER_URL"], let repository = variables["GITHUB_REPOSITORY"], let run = variables["GITHUB_RUN_ID"] {
      return "\(server)/\(repository)/actions/runs/\(run)"
    }
    return variables["CI_JOB_URL"] ?? variables["BUILD_URL"]
  }
}
