import ArgumentParser
import Foundation
import StrataModel

/// Shows what a deployment would do.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Shows what a deployment would do, and can save it for 'apply'.")

  @OptionGroup var options: EnvironmentOptions
  @OptionGroup var approval: ApprovalOptions

  @Option(help: ArgumentHelp("Write the plan to a file that 'apply' takes.", valueName: "file"))
  var out: String?

  @Flag(help: "Exit with 2 if there are changes, 0 if there are none.")
  var detailedExitcode = false

  @Flag(help: "Show the properties of new resources too.")
  var details = false

  func run() async throws {
    let session = try options.session()
    let (whole, _) = try session.synthesize()
    let snapshot = try await session.loadState()
    // The embedded cloud holds every type, another what it holds already: nothing of that needs a cloud that answers.
    let isKnown = session.target.isEmbedded || session.holds(whole, in: snapshot)
    let graph = isKnown ? whole : try session.fitted(whole, to: await session.makeProvider())
    if out != nil, !snapshot.openIntents.isEmpty {
      throw CommandFailure(
        Diagnostic(
          .error, code: "unresolved-operations",
          "\(DiagnosticRenderer.count(snapshot.openIntents.count, "operation")) of an interrupted deployment must be resolved before a plan can be saved",
          remedy: "run 'deploy recover \(graph.environment)'"))
    }
    let plan = try session.plan(from: snapshot, to: graph, acknowledgements: approval.given, isProvisional: out == nil)
    session.show(plan, json: options.place.json, showsAllProperties: details)
    if let out { try write(plan, to: out, session) }
    if detailedExitcode, plan.hasChanges { throw ExitCode(ExitStatus.changes.rawValue) }
  }

  private func write(_ plan: Plan, to path: String, _ session: Session) throws(CommandFailure) {
    do {
      try Data(PlanFile.text(of: plan).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        Diagnostic(.error, code: "unwritable-file", "the plan could not be written to '\(path)': \(error.localizedDescription)"))
    }
    if !options.place.json { session.terminal.print("Saved to \(path); 'deploy apply \(path)' applies exactly this.\n") }
  }
}
