import ArgumentParser
import StrataModel

/// Writes the graph.
struct SynthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth", abstract: "Writes the checked graph as JSON, the same bytes on every run.")

  @OptionGroup var options: EnvironmentOptions

  func run() throws {
    let session = try options.session()
    let (graph, _) = try session.synthesize()
    session.context.terminal.print(graph.jsonText)
  }
}
