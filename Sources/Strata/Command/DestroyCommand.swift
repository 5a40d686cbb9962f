import ArgumentParser
import StrataModel

/// Takes an environment apart.
struct DestroyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "destroy",
    abstract: "Deletes everything that was deployed; data and protected resources only when that is acknowledged.")

  @OptionGroup var options: EnvironmentOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var concurrency: ConcurrencyOptions

  func run() async throws {
    let session = try options.session()
    let name = session.environment.name
    try await session.withLease(command: "destroy \(name)") { run in
      var given = approval.given
      // Taking everything apart is what the command says.
      given.allowsMassDelete = true
      let plan = try session.destroyPlan(of: run.snapshot, acknowledgements: given, selection: selection.selection)
      session.show(plan, json: options.place.json)
      guard plan.hasChanges else { return }
      try session.requireAcknowledgements(plan, given: given)
      let part = plan.selection == nil ? "all" : "this part"
      try session.requireApproval(plan, approval: approval, question: "Delete \(part) of '\(name)'?", isAlwaysAsked: true)
      try await run.apply(plan, acknowledgements: given, json: options.place.json, parallelism: concurrency.parallelism)
      try await run.finishDestroy()
    }
  }
}
