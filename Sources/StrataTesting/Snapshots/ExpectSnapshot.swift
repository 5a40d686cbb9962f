import CustomDump
import Foundation
import StrataModel
public import Testing

/// Compares a text with the one recorded beside the test's file, in `__Snapshots__/<file>/<name>`.
///
/// Run the tests with `STRATA_RECORD=1` to record the text again; without a recorded text the test fails and says so.
public func expectSnapshot(
  of text: String, named name: String, filePath: String = #filePath, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let test = URL(fileURLWithPath: filePath)
  let folder = test.deletingLastPathComponent()
    .appending(path: "__Snapshots__/\(test.deletingPathExtension().lastPathComponent)", directoryHint: .isDirectory)
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["STRATA_RECORD"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return
  }
  guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("nothing is recorded as '\(name)'; run the tests with STRATA_RECORD=1", sourceLocation: sourceLocation)
    return
  }
  guard recorded != text else { return }
  let difference = diff(recorded.split(separator: "\n").map(String.init), text.split(separator: "\n").map(String.init)) ?? ""
  Issue.record(
    "'\(name)' differs from what is recorded; if that is meant, run the tests with STRATA_RECORD=1\n\(difference)",
    sourceLocation: sourceLocation)
}
