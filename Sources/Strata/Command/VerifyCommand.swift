import ArgumentParser
import StrataDeployment
import StrataModel

/// Reads back what was deployed, and proves what was declared of it.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Reads back what was deployed and proves it: there, as declared, encrypted, closed, alarmed, healthy.",
    discussion: """
      Nothing is changed. Checks: every declared resource exists and is as it was deployed; data is encrypted with the declared key, and the \
      key works and rotates; stores are closed to the public; alarms have actions; services, targets and databases are healthy, where the cloud \
      tells. Exits with 1 if a check fails; what cannot be told fails nothing.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case junit
  }

  @OptionGroup var options: EnvironmentOptions

  @Option(help: "The form.")
  var format: Format = .text

  @Flag(help: "Show too what passed and what cannot be told.")
  var details = false

  func run() async throws {
    let session = try options.session()
    let (graph, _) = try session.synthesize()
    let snapshot = try await session.loadState()
    guard !snapshot.isEmpty else {
      throw CommandFailure(
        Diagnostic(
          .error, code: "nothing-deployed", "nothing is deployed to '\(session.environment.name)' that could be verified",
          remedy: "run 'deploy \(session.environment.name)'"))
    }
    let provider = try await session.makeProvider()
    let observed = await session.read(snapshot, nil, through: provider, isRefreshing: true)
    let live = await LiveReading.read(snapshot.currentRecords.values, through: provider as? any LiveStateSource)
    let report = Verifier(snapshot: snapshot, graph: graph, observed: observed, live: live).report()
    switch options.place.json ? .json : format {
    case .text:
      let renderer = VerificationRenderer(style: session.terminal.style, sources: session.context.sources, showsDetails: details)
      session.terminal.print(renderer.text(of: report, target: session.destination))
    case .json: session.terminal.print(JSONWriter.prettyText(of: report.json(sources: session.context.sources)))
    case .junit: session.terminal.print(report.junit)
    }
    if !report.isProven { throw ExitCode(ExitStatus.failure.rawValue) }
  }
}
