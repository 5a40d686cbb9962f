import Foundation
import StrataModel
import Synchronization

@testable import Strata

/// The command in this process, in a folder of its own.
final class TestCommand: Sendable {
  private let text = Mutex("")
  private let program: Program
  private let today: CalendarDate
  let folder: String

  init(_ environments: [Environment], today: CalendarDate = "2026-12-01") {
    program = Program(environments: environments)
    self.today = today
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("strata-command-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs a command and answers its status and all that it wrote.
  func run(_ arguments: String...) async -> (status: Int32, output: String) {
    text.withLock { $0 = "" }
    let terminal = Terminal(
      isInteractive: false, style: TextStyle(isColored: false), output: { [self] text in self.text.withLock { $0 += text } },
      errorOutput: { [self] text in self.text.withLock { $0 += text } }, readAnswer: { nil })
    let status = await StrataCommand.run(
      arguments + ["--state-directory", folder], in: CommandContext(program: program, terminal: terminal, today: { [today] in today }))
    return (status, text.withLock { $0 })
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  func set(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path(name))) }
}
