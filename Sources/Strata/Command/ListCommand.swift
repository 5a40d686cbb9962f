import ArgumentParser
import StrataEmbeddedCloud
import StrataModel
import StrataSynthesis

/// Lists the environments and their stacks.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the environments and their stacks.")

  @Flag(help: "Write one JSON document instead of text.")
  var json = false

  @Flag(help: "List instead what the embedded cloud is known not to imitate.")
  var cloudGaps = false

  func run() throws {
    let context = CommandContext.current
    if cloudGaps {
      let gaps = EmbeddedCloud.knownGaps
      context.terminal.print(
        json ? JSONWriter.prettyText(of: .array(gaps.map(PropertyValue.string))) : gaps.map { "- \($0)\n" }.joined())
      return
    }
    let mistakes = context.program.diagnostics
    guard mistakes.isEmpty else { throw CommandFailure(mistakes) }
    var entries: [PropertyValue] = []
    for environment in context.program.environments {
      let result = context.program.synthesize(environment, account: environment.target.account)
      let resources = result.graph?.resources ?? []
      let stacks = Dictionary(grouping: resources, by: \.address.stack).mapValues(\.count)
      entries.append([
        "name": .string(environment.name), "region": .string(environment.region.name), "target": .string(environment.target.summary),
        "state": .string(environment.state.summary),
        "resources": .integer(resources.count), "stacks": .object(PropertyObject(stacks.map { ($0.key, .integer($0.value)) })),
        "errors": .integer(result.diagnostics.count { $0.severity == .error }),
      ])
      guard !json else { continue }
      let errors = result.diagnostics.count { $0.severity == .error }
      let state = errors > 0 ? DiagnosticRenderer.count(errors, "error") : DiagnosticRenderer.count(resources.count, "resource")
      let style = context.terminal.style
      context.terminal.print("\(style(environment.name, .strong))  \(environment.target.summary), \(environment.region)  \(state)\n")
      for (stack, count) in stacks.sorted(by: { $0.key < $1.key }) {
        context.terminal.print("  \(stack)  \(DiagnosticRenderer.count(count, "resource"))\n")
      }
    }
    if json { context.terminal.print(JSONWriter.prettyText(of: ["environments": .array(entries)])) }
  }
}
