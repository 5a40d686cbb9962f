import ArgumentParser
import StrataModel

/// Writes the graph, or what it is as templates of CloudFormation.
struct SynthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth", abstract: "Writes the checked graph as JSON, or as CloudFormation templates; the same bytes on every run.",
    discussion: """
      With --format cloudformation there is a template for each stack, account and region, and a manifest: the order of deployment, the sources \
      of parameters that carry values across accounts and regions, and the calls to make by hand for what no template can say.

      Resources that are protected, retained or hold data are retained by CloudFormation too. Lookups become parameters, and secrets dynamic \
      references or parameters that are not shown.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case graph
    case cloudformation
  }

  @OptionGroup var options: EnvironmentOptions

  @Option(help: "The form.")
  var format: Format = .graph

  @Option(
    help: ArgumentHelp("Write each template to a file of this folder, as ACCOUNT/REGION/NAME.json, and manifest.json.", valueName: "folder")
  )
  var out: String?

  @Option(help: ArgumentHelp("Write only the templates of this stack.", valueName: "name"))
  var stack: String?

  func validate() throws {
    guard format == .graph else { return }
    if out != nil { throw ValidationError("--out needs --format cloudformation") }
    if stack != nil { throw ValidationError("--stack needs --format cloudformation") }
  }

  func run() throws {
    let session = try options.session()
    let (graph, _) = try session.synthesize()
    switch format {
    case .graph: session.terminal.print(graph.jsonText)
    case .cloudformation: try session.writeTemplates(of: graph, stack: stack, to: out, json: options.place.json)
    }
  }
}
