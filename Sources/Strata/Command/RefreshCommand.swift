import ArgumentParser
import StrataDeployment
import StrataModel
import StrataPlanning

/// Records what the cloud shows.
struct RefreshCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh", abstract: "Reads every recorded resource and records what its service has made of it.",
    discussion: """
      Attributes are brought up to date, and a value that AWS stores in another form than it was sent in is recorded as what stands there. \
      What was changed outside of the program is told and stays drift until 'deploy --refresh' puts it back or 'drift --accept' takes it.
      """)

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    let json = options.place.json
    try await session.withLease(command: "refresh \(session.environment.name)") { run in
      let result = await session.read(run.snapshot, nil, through: run.deployment.provider, isRefreshing: true)
      let baselines = result.baselines(in: run.snapshot, schema: CatalogFacts())
      let report = DriftReport.make(from: run.snapshot, observations: result.observations, schema: CatalogFacts())
      try await run.record(baselines)
      if json {
        session.terminal.print(
          JSONWriter.prettyText(
            of: [
              "drifted": .array(report.drifted.map { .string($0.address.path) }), "read": .integer(report.resources.count),
              "recorded": .integer(baselines.count),
            ]))
      } else {
        session.terminal.print(
          "Read \(DiagnosticRenderer.count(report.resources.count, "resource")), recorded something new of \(baselines.count).\n")
        if report.hasDrift {
          session.terminal.print(
            "\(DiagnosticRenderer.count(report.drifted.count, "resource")) changed outside of the program; 'drift \(report.environment)' shows what.\n"
          )
        }
      }
      guard result.failures.isEmpty else { throw CommandFailure(result.failures) }
    }
  }
}
