import ArgumentParser
import StrataDeployment
import StrataModel
import StrataPlanning

/// Compares what is recorded with what the cloud holds.
struct DriftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift", abstract: "Shows what was changed outside of the program; exits with 2 if anything was.",
    discussion: """
      Reads every recorded resource and compares what the program owns; what AWS fills in by itself is not compared. 'deploy --refresh' puts \
      back what was changed. With --accept the found values count as applied from then on, and the change that the program needs is written: \
      a program that still says something else brings that back with its next deployment.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Flag(help: "Record what was found as what is applied, and write what to change in the program.")
  var accept = false

  @Option(
    name: .customLong("only"), help: ArgumentHelp("Accept the drift of one resource only; may be repeated.", valueName: "address"))
  var accepted: [String] = []

  @Flag(help: "Show too what cannot be compared, what is ignored, and what the program says nothing about.")
  var details = false

  func validate() throws {
    if !accepted.isEmpty, !accept { throw ValidationError("--only is for --accept") }
  }

  func run() async throws {
    let session = try options.session()
    guard accept else {
      let (report, failures) = try await look(session, try await session.loadState(), through: try await session.makeProvider())
      return try conclude(report, failures)
    }
    try await session.withLease(command: "drift \(session.environment.name) --accept") { run in
      let (report, failures) = try await look(session, run.snapshot, through: run.deployment.provider)
      try await record(report, run)
      if !failures.isEmpty { throw CommandFailure(failures) }
    }
  }

  private func look(
    _ session: Session, _ snapshot: StateSnapshot, through provider: any Provider
  ) async throws(CommandFailure) -> (DriftReport, [Diagnostic]) {
    if !snapshot.openIntents.isEmpty {
      session.terminal.report(
        "\(DiagnosticRenderer.count(snapshot.openIntents.count, "operation")) of an interrupted deployment not resolved yet; "
          + "'recover \(session.environment.name)' does that.\n")
    }
    let result = await session.read(snapshot, nil, through: provider, isRefreshing: true)
    let report = DriftReport.make(from: snapshot, observations: result.observations, schema: CatalogFacts())
    if options.place.json {
      session.terminal.print(JSONWriter.prettyText(of: report.report))
    } else {
      let renderer = DriftRenderer(style: session.terminal.style, sources: session.context.sources, showsDetails: details)
      session.terminal.print(renderer.text(of: report, target: session.destination))
    }
    return (report, result.failures)
  }

  private func conclude(_ report: DriftReport, _ failures: [Diagnostic]) throws {
    // What could not be read may have drifted too, so that the answer is not complete.
    guard failures.isEmpty else { throw CommandFailure(failures) }
    if report.hasDrift { throw ExitCode(ExitStatus.changes.rawValue) }
  }

  private func record(_ report: DriftReport, _ run: Run) async throws(CommandFailure) {
    let session = run.session
    let addresses = Set(accepted.map { ResourceAddress($0) })
    let unknown = addresses.subtracting(report.drifted.map(\.address)).sorted()
    guard unknown.isEmpty else {
      throw CommandFailure(
        unknown.map {
          Diagnostic(.error, code: "no-drift", "'\($0)' has no drift to accept", remedy: "'drift \(report.environment)' lists what has")
        })
    }
    let chosen = report.drifted.filter { addresses.isEmpty || addresses.contains($0.address) }
    guard !chosen.isEmpty else { return }
    try await run.record(report.acceptance(in: run.snapshot, of: addresses.isEmpty ? nil : addresses, schema: CatalogFacts()))
    guard !options.place.json else { return }
    session.terminal.print(
      "\nAccepted the drift of \(DiagnosticRenderer.count(chosen.count, "resource")). To keep it, change the program:\n")
    session.terminal.print(SourceChangeRenderer(style: session.terminal.style, sources: session.context.sources).text(of: chosen))
  }
}
