import ArgumentParser
import StrataDeployment
import StrataModel

/// Leads an environment back to an earlier state.
struct RollbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "Leads an environment back to where it was before its last deployment, or to an earlier state.",
    discussion: """
      Without --to, it leads to the state before the last deployment. A rollback is no deployment in this sense: another one finishes it \
      where it was interrupted or failed, and changes nothing where it was not. To go further back, or forward again to a state that is kept, \
      name its serial.

      The way back is a plan of its own, shown before anything is done: objects that still exist get their earlier properties, what was added \
      is deleted, and what was deleted is made again. What cannot be brought back is named: data, identifiers, secrets whose text has \
      changed. The program is not run; deploying it again leads forward again.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Option(help: ArgumentHelp("The serial of the state to go back to, as 'state history' lists them.", valueName: "serial"))
  var to: Int?

  @Option(help: ArgumentHelp("Write the plan to a file that 'apply' takes, and apply nothing.", valueName: "file"))
  var out: String?

  @Flag(help: "Show the properties of new resources too.")
  var details = false

  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var concurrency: ConcurrencyOptions

  func run() async throws {
    let session = try options.session()
    let name = session.environment.name
    try await session.withLease(command: "rollback \(name)") { run in
      let earlier = try await session.earlierState(of: run.snapshot, at: to)
      let given = approval.given
      let plan = try await run.rollbackPlan(from: run.snapshot, to: earlier, acknowledgements: given)
      if !options.place.json { session.terminal.print("Back to serial \(earlier.serial), from \(run.snapshot.serial).\n") }
      session.show(plan, json: options.place.json, showsAllProperties: details)
      if let out { return try await session.write(plan, of: run.snapshot, to: out, json: options.place.json) }
      guard plan.hasChanges else {
        let hint = "'\(name)' is there already; 'state history \(name)' lists the states that 'rollback \(name) --to' goes to.\n"
        if !options.place.json { session.terminal.print(hint) }
        return
      }
      try session.requireAcknowledgements(plan, given: given)
      try session.requireApproval(plan, approval: approval, question: "Roll '\(name)' back?", isAlwaysAsked: true)
      try await run.apply(plan, acknowledgements: given, json: options.place.json, parallelism: concurrency.parallelism)
    }
  }
}
