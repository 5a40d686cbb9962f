import ArgumentParser
import StrataModel

/// Runs all checks without touching a cloud.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks an environment completely, without any cloud.")

  @OptionGroup var options: EnvironmentOptions

  func run() throws {
    let session = try options.session()
    let (graph, warnings) = try session.synthesize()
    let terminal = session.context.terminal
    if options.place.json {
      terminal.print(
        JSONWriter.prettyText(of: [
          "environment": .string(graph.environment), "resources": .integer(graph.resources.count),
          "diagnostics": .array(warnings.map { $0.json(sources: session.context.sources) }),
        ]))
    } else {
      terminal.print("\(graph.environment): \(DiagnosticRenderer.count(graph.resources.count, "resource")), no problems\n")
    }
  }
}
