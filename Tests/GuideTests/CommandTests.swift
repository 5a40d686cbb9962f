import ArgumentParser
import Testing

@testable import Strata

@Suite("Commands in the guides")
struct CommandTests {
  @Test("Every call of the command parses", arguments: try Repository.pages())
  func parses(_ page: GuidePage) throws {
    let shell = page.blocks.filter { $0.language == "sh" }
      .flatMap { block in block.lines.enumerated().map { (line: block.line + 1 + $0.offset, text: $0.element) } }
    for (line, text) in shell + page.spans {
      for arguments in CommandLineText.calls(in: text) {
        do {
          _ = try StrataCommand.parseAsRoot(ApprovalOptions.expanded(arguments))
        } catch {
          // Help, the version and completion scripts end the command while it is parsed, with success.
          guard StrataCommand.exitCode(for: error) != .success else { continue }
          Issue.record("\(page.path):\(line): \(StrataCommand.fullMessage(for: error))")
        }
      }
    }
  }

  /// Every command but the default one, whose name nobody writes.
  private static let names = StrataCommand.configuration.groupedSubcommands.flatMap { $0.subcommands }
    .filter { $0 != StrataCommand.configuration.defaultSubcommand }.compactMap { $0.configuration.commandName }

  @Test("The guides name every command", arguments: names)
  func complete(_ name: String) throws {
    let calls = try Repository.pages().flatMap { page in
      (page.blocks.filter { $0.language == "sh" }.flatMap(\.lines) + page.spans.map(\.text)).flatMap { CommandLineText.calls(in: $0) }
    }
    #expect(calls.contains { $0.first == name })
  }

  @Test("Calls are found among other words of the shell")
  func words() {
    #expect(CommandLineText.calls(in: "swift run deploy plan a --out 'b c' > d # e") == [["plan", "a", "--out", "b c"]])
    #expect(CommandLineText.calls(in: "A=1 swift run deploy a --yes | jq . && swift run deploy b") == [["a", "--yes"], ["b"]])
    #expect(CommandLineText.calls(in: "echo swift run deploy a") == [])
    #expect(CommandLineText.calls(in: "# swift run deploy a") == [])
  }
}
