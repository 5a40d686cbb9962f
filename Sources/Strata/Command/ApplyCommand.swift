import ArgumentParser
import Foundation
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
    let plan = try readPlan()
    let session = try Session(context: context, environment: context.program.environment(named: plan.environment), place: place)
    try await session.withLease(command: "apply \(plan.environment)", lineage: plan.lineage) { run in
      let problems = plan.check(against: run.snapshot, accounts: run.accounts)
      guard !problems.containsErrors else { throw CommandFailure(problems) }
      session.show(plan, json: place.json)
      try session.requireAcknowledgements(plan, given: approval.given)
      guard plan.hasChanges else { return }
      try await run.apply(plan, acknowledgements: approval.given, json: place.json, parallelism: concurrency.parallelism)
    }
  }

  private func readPlan() throws(CommandFailure) -> Plan {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw CommandFailure(
        Diagnostic(
          .error, code: "unreadable-file", "the plan file '\(file)' could not be read: \(error.localizedDescription)",
          remedy: "make one with 'plan <environment> --out \(file)'"))
    }
    do {
      return try PlanFile.plan(in: data, engine: Engine.version)
    } catch {
      throw CommandFailure(error)
    }
  }
}
