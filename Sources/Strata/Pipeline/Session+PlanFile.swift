import Foundation
import StrataModel

extension Session {
  /// Saves a plan for 'apply'.
  ///
  /// - Throws: ``CommandFailure`` for a file that cannot be written.
  func write(_ plan: Plan, to path: String, json: Bool) throws(CommandFailure) {
    do {
      try Data(PlanFile.text(of: plan).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        Diagnostic(.error, code: "unwritable-file", "the plan could not be written to '\(path)': \(error.localizedDescription)"))
    }
    if !json { terminal.print("Saved to \(path); 'deploy apply \(path)' applies exactly this.\n") }
  }
}
