import ArgumentParser
import StrataCost
import StrataModel

/// Estimates what an environment costs a month.
struct CostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost", abstract: "Estimates what an environment costs a month; exits with 1 where that is above its budget.",
    discussion: """
      Reads no cloud: the quantities are those of the program, and where a program cannot tell, the environment's '.usage' and else defaults, \
      which are listed. Prices are AWS's list prices on demand, from a dated table. What has no price is listed and counted nowhere.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
  }

  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case resource
    case stack
    case tenant
    case service
    case account

    fileprivate var value: CostEstimate.Grouping {
      switch self {
      case .resource: .resource
      case .stack: .stack
      case .tenant: .tenant
      case .service: .service
      case .account: .account
      }
    }
  }

  @OptionGroup var options: EnvironmentOptions

  @Option(help: "The form.")
  var format: Format = .text

  @Option(help: "What is added up by.")
  var by: Grouping = .stack

  @Option(
    help: ArgumentHelp("What the environment may cost a month, instead of what the program says.", valueName: "dollars"),
    transform: { text in
      guard let money = Money(parsing: text), money >= .zero else {
        throw ValidationError("'\(text)' is no amount of dollars, such as 3000 or 99.50")
      }
      return money
    })
  var budget: Money?

  @Option(help: ArgumentHelp("Take this region's prices for regions that have none in the table.", valueName: "region"))
  var priceRegion: String?

  @Flag(help: "Show every item, with its quantity and price.")
  var details = false

  func run() throws {
    let session = try options.session()
    let (graph, _) = try session.synthesize()
    let settings = session.environment.cost
    let budget = budget ?? settings.budget
    let estimate = CostEstimator(settings: settings, fallbackRegion: priceRegion).estimate(graph)
    let grouping = by.value
    let comparisons = estimate.comparisons(with: settings.documented)
    switch options.place.json ? .json : format {
    case .text:
      let renderer = CostRenderer(style: session.terminal.style, sources: session.context.sources, showsDetails: details)
      session.terminal.print(renderer.text(of: estimate, by: grouping, comparisons: comparisons, budget: budget))
    case .json:
      session.terminal.print(JSONWriter.prettyText(of: estimate.report(by: grouping, comparisons: comparisons, budget: budget)))
    case .markdown:
      session.terminal.print(CostMarkdownRenderer().text(of: estimate, by: grouping, comparisons: comparisons, budget: budget))
    }
    guard let budget, estimate.total > budget else { return }
    // The estimate itself has been written; what is wrong with it is for people, and the status for scripts.
    session.terminal.report(
      session.context.diagnostics.text(of: [
        Diagnostic(
          .error, code: "over-budget",
          "'\(graph.environment)' is estimated at \(estimate.total.text) a month, "
            + "\((estimate.total - budget).text) above its budget of \(budget.text)",
          remedy: "'cost \(graph.environment) --by resource' shows what costs most; or raise the budget", at: session.environment.source)
      ]))
    throw ExitCode(ExitStatus.failure.rawValue)
  }
}
