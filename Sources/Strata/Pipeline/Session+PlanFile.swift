import Foundation
import StrataDeployment
import StrataModel

extension Session {
  /// Writes a text to a file.
  ///
  /// - Throws: ``CommandFailure`` for a file that cannot be written.
  func write(_ text: String, to path: String) throws(CommandFailure) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        Diagnostic(.error, code: "unwritable-file", "'\(path)' could not be written: \(error.localizedDescription)"))
    }
  }

  /// Saves a plan for 'apply', encrypted where the state is.
  ///
  /// - Throws: ``CommandFailure`` for a file that cannot be written, or a key that cannot be used.
  func write(_ plan: Plan, of snapshot: StateSnapshot, to path: String, json: Bool) async throws(CommandFailure) {
    let sealing = try sealing()
    let bytes: [UInt8]
    do throws(StateError) {
      bytes = try await SealedFile.seal(Array(PlanFile.text(of: plan).utf8), .plan, of: snapshot, sealing)
    } catch {
      throw CommandFailure(error)
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        Diagnostic(.error, code: "unwritable-file", "the plan could not be written to '\(path)': \(error.localizedDescription)"))
    }
    if !json { terminal.print("Saved to \(path); 'deploy apply \(path)' applies exactly this.\n") }
  }
}
