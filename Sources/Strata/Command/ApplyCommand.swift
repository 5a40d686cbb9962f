import ArgumentParser
import Foundation
import StrataDeployment
import StrataModel
import StrataPlanning

/// Applies a saved plan.
struct ApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Applies a plan that 'plan --out' saved: exactly that, or nothing if it is stale.")

  @Argument(help: "The file of the plan.", completion: .file())
  var file: String

  @OptionGroup var place: PlaceOptions
  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var concurrency: ConcurrencyOptions

  func run() async throws {
    let context = CommandContext.current
    let bytes = try readFile()
    // A plan in clear names its environment itself.
    let name = try SealedFile.environment(of: bytes) ?? plan(in: bytes).environment
    let session = try Session(context: context, environment: context.program.environment(named: name), place: place)
    let plan = try plan(in: try await open(bytes, session))
    try await session.withLease(command: "apply \(plan.environment)", lineage: plan.lineage) { run in
      let problems = plan.check(against: run.snapshot, accounts: run.accounts)
      guard !problems.containsErrors else { throw CommandFailure(problems) }
      session.show(plan, json: place.json)
      try session.requireAcknowledgements(plan, given: approval.given)
      guard plan.hasChanges else { return }
      try await run.apply(plan, acknowledgements: approval.given, json: place.json, parallelism: concurrency.parallelism)
    }
  }

  private func readFile() throws(CommandFailure) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw CommandFailure(
        Diagnostic(
          .error, code: "unreadable-file", "the plan file '\(file)' could not be read: \(error.localizedDescription)",
          remedy: "make one with 'plan <environment> --out \(file)'"))
    }
  }

  private func open(_ bytes: [UInt8], _ session: Session) async throws(CommandFailure) -> [UInt8] {
    let sealing = try session.sealing()
    do throws(StateError) { return try await SealedFile.open(bytes, .plan, sealing, path: file) } catch { throw CommandFailure(error) }
  }

  private func plan(in bytes: [UInt8]) throws(CommandFailure) -> Plan {
    do {
      return try PlanFile.plan(in: bytes, engine: Engine.version)
    } catch {
      throw CommandFailure(error)
    }
  }
}
