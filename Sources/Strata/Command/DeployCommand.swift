import ArgumentParser
import StrataDeployment
import StrataModel

/// Plans, shows, asks and applies.
struct DeployCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deploy", abstract: "Plans, shows the plan, asks where something real would change, and applies.")

  @OptionGroup var options: EnvironmentOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var replacement: ReplacementOptions
  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var concurrency: ConcurrencyOptions

  @Flag(
    help: ArgumentHelp(
      "If the deployment fails, lead back to where it began.",
      discussion: "What cannot be taken back itself, such as deleting data, is asked for first, and left where nobody can be asked."))
  var rollback = false

  @Flag(help: "Read every resource first, and put back what was changed outside of the program.")
  var refresh = false

  @Flag(help: "Ask every lookup again, such as the one of the latest machine image, and plan with the new answers.")
  var refreshLookups = false

  @Flag(help: "Show the properties of new resources too.")
  var details = false

  func run() async throws {
    let session = try options.session()
    let graph = try session.checkedGraph()
    try await session.withLease(command: "deploy \(graph.environment)") { run in
      let fitted = try session.fitted(graph, to: run.deployment.provider)
      var observations = try await session.observe(
        run.snapshot, fitted, through: run.deployment.provider, isRefreshing: refresh, refreshesLookups: refreshLookups)
      observations.secretDigests = await run.secretDigests(in: run.snapshot, fitted)
      let plan = try session.plan(
        from: run.snapshot, to: fitted, observations: observations, acknowledgements: approval.given, selection: selection.selection,
        replacing: replacement.addresses)
      session.show(plan, json: options.place.json, showsAllProperties: details)
      guard plan.hasChanges else {
        session.showOutputs(run.snapshot.outputs, json: options.place.json)
        return
      }
      try session.requireAcknowledgements(plan, given: approval.given)
      try session.requireApproval(plan, approval: approval, question: "Apply this plan?")
      do {
        try await run.apply(plan, acknowledgements: approval.given, json: options.place.json, parallelism: concurrency.parallelism)
      } catch let failure as CommandFailure {
        guard rollback, failure.status == .failure else { throw failure }
        throw await run.rollBack(after: failure, approval: approval, json: options.place.json, parallelism: concurrency.parallelism)
      }
    }
  }
}
