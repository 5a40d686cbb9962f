import ArgumentParser
import Foundation
import StrataDeployment
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
    // The embedded cloud holds every type, and opening it is not needed to know that.
    let graph = session.target.isEmbedded ? whole : try session.fitted(whole, to: await session.makeProvider())
    let snapshot = try await session.loadState()
    if out != nil, !snapshot.openIntents.isEmpty {
      throw CommandFailure(
        Diagnostic(
          .error, code: "unresolved-operations",
          "\(DiagnosticRenderer.count(snapshot.openIntents.count, "operation")) of an interrupted deployment must be resolved before a plan can be saved",
          remedy: "run 'deploy recover \(graph.environment)'"))
    }
    let plan = try session.plan(from: snapshot, to: graph, acknowledgements: approval.given, isProvisional: out == nil)
    session.show(plan, json: options.place.json, showsAllProperties: details)
    if let out { try await write(plan, of: snapshot, to: out, session) }
    if detailedExitcode, plan.hasChanges { throw ExitCode(ExitStatus.changes.rawValue) }
  }

  private func write(_ plan: Plan, of snapshot: StateSnapshot, to path: String, _ session: Session) async throws(CommandFailure) {
    let sealing = try session.sealing()
    let bytes: [UInt8]
    do throws(StateError) {
      bytes = try await SealedFile.seal(Array(PlanFile.text(of: plan).utf8), .plan, of: snapshot, sealing)
    } catch {
      throw CommandFailure(error)
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        Diagnostic(.error, code: "unwritable-file", "the plan could not be written to '\(path)': \(error.localizedDescription)"))
    }
    if !options.place.json { session.terminal.print("Saved to \(path); 'deploy apply \(path)' applies exactly this.\n") }
  }
}
