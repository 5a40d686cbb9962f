import StrataDeployment
import StrataModel

extension Session {
  /// An earlier state of the environment: the one with a serial, or the one before the last deployment.
  ///
  /// A rollback does not count as one, so that whoever repeats it, or follows somebody who was quicker, does not lead forward again.
  ///
  /// - Throws: ``CommandFailure`` that lists the serials there are.
  func earlierState(of present: StateSnapshot, at serial: Int?) async throws(CommandFailure) -> StateSnapshot {
    guard let serial = serial ?? present.lastRun?.baseSerial else {
      throw CommandFailure(
        Diagnostic(.error, code: "no-earlier-state", "nothing was deployed to '\(present.environment)' that could be rolled back"))
    }
    if serial == present.serial { return present }
    if serial == 0 {
      var empty = StateSnapshot(lineage: present.lineage, environment: present.environment, engine: present.engine)
      empty.nextGeneration = present.nextGeneration
      return empty
    }
    let backend = try await backend()
    do {
      let versions = try await backend.versions().map(\.serial).filter { $0 != present.serial }
      guard versions.contains(serial) else {
        let list = versions.isEmpty ? "none is kept" : "there are: " + versions.map(String.init).joined(separator: ", ")
        throw CommandFailure(
          Diagnostic(
            .error, code: "unknown-serial", "no state of '\(present.environment)' with the serial \(serial) is kept", remedy: list))
      }
      return try await backend.snapshot(at: serial)
    } catch let error as StateError {
      throw CommandFailure(error)
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure(Diagnostic(.error, code: "state", "\(error)"))
    }
  }
}
