import ArgumentParser

extension GraphRenderer.Format: ExpressibleByArgument {}
extension OutputRenderer.Format: ExpressibleByArgument {}

/// Draws the graph.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "graph", abstract: "Writes the graph for Graphviz or Mermaid.")

  @OptionGroup var options: EnvironmentOptions

  @Option(help: "The drawing language.")
  var format: GraphRenderer.Format = .dot

  func run() throws {
    let session = try options.session()
    let (graph, _) = try session.synthesize()
    session.context.terminal.print(GraphRenderer().text(of: graph, as: format))
  }
}
