import ArgumentParser
import StrataDeployment
import StrataModel

/// Shows what a deployment would do.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Shows what a deployment would do, and can save it for 'apply'.")

  @OptionGroup var options: EnvironmentOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var replacement: ReplacementOptions
  @OptionGroup var approval: ApprovalOptions

  @Option(help: ArgumentHelp("Write the plan to a file that 'apply' takes.", valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("Write the plan as Markdown too, for the comment of a pull request.", valueName: "file"))
  var markdown: String?

  @Flag(help: "Read every resource first, to show what was changed outside of the program too; nothing is recorded.")
  var refresh = false

  @Flag(help: "Ask every lookup again, such as the one of the latest machine image, and plan with the new answers.")
  var refreshLookups = false

  @Flag(help: "Exit with 2 if there are changes, 0 if there are none.")
  var detailedExitcode = false

  @Flag(help: "Show the properties of new resources too.")
  var details = false

  @Flag(help: "Estimate what the plan changes of the monthly cost.")
  var cost = false

  func run() async throws {
    let session = try options.session()
    let whole = try session.checkedGraph()
    let snapshot = try await session.loadState()
    // The embedded cloud holds every type, another what it holds already: nothing of that needs a cloud that answers.
    let isKnown = session.target.isEmbedded || session.holds(whole, in: snapshot)
    var provider: (any Provider)?
    let questions = whole.lookupsToRead(snapshot, isRefreshing: refresh || refreshLookups)
    if refresh || !isKnown || whole.adopts || !questions.isEmpty { provider = try await session.makeProvider(for: questions) }
    let graph = try provider.map { try session.fitted(whole, to: $0) } ?? whole
    if out != nil, !snapshot.openIntents.isEmpty {
      throw CommandFailure(
        Diagnostic(
          .error, code: "unresolved-operations",
          "\(DiagnosticRenderer.count(snapshot.openIntents.count, "operation")) of an interrupted deployment must be resolved before a plan can be saved",
          remedy: "run 'deploy recover \(graph.environment)'"))
    }
    var observations = Observations()
    if let provider {
      observations = try await session.observe(
        snapshot, graph, through: provider, isRefreshing: refresh, refreshesLookups: refreshLookups)
    }
    observations.secretDigests = try await session.secretDigests(in: snapshot, graph, through: provider)
    let plan = try session.plan(
      from: snapshot, to: graph, observations: observations, acknowledgements: approval.given, isProvisional: out == nil,
      selection: selection.selection, replacing: replacement.addresses)
    let costChange = cost ? session.costChange(from: snapshot, to: graph) : nil
    session.show(plan, json: options.place.json, showsAllProperties: details, cost: costChange)
    session.printDocument()
    if let markdown {
      var text = PlanMarkdownRenderer(sources: session.context.sources).text(of: plan, target: session.destination)
      if let costChange { text += "\n" + costChange.text }
      try session.write(text, to: markdown)
    }
    if let out { try await session.write(plan, of: snapshot, to: out, json: options.place.json) }
    if detailedExitcode, plan.hasChanges { throw ExitCode(ExitStatus.changes.rawValue) }
  }
}
