import ArgumentParser
import StrataModel

/// The command that a program is: `deploy`.
struct StrataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deploy",
    abstract: "Plans and applies the infrastructure that this program declares.",
    discussion: """
      `deploy pilot` is short for `deploy deploy pilot`: it plans, shows the plan, asks where something real would change, and applies.

      Exit codes: 0 done; 1 refused, failed or above its budget, the reason is written; 2 changes found, with --detailed-exitcode, or drift; 64 wrong usage; \
      130 interrupted.
      """,
    version: Engine.version,
    groupedSubcommands: [
      CommandGroup(
        name: "Change",
        subcommands: [
          DeployCommand.self, ApplyCommand.self, DestroyCommand.self, RollbackCommand.self, ImportCommand.self, RefreshCommand.self,
          RecoverCommand.self, InitCommand.self,
        ]),
      CommandGroup(
        name: "Look",
        subcommands: [
          PlanCommand.self, CostCommand.self, VerifyCommand.self, DriftCommand.self, CheckCommand.self, SynthCommand.self,
          GraphCommand.self,
          OutputsCommand.self,
          ListCommand.self, PermissionsCommand.self, DoctorCommand.self, StateCommand.self,
        ]),
      CommandGroup(name: "Simulate", subcommands: [CloudCommand.self]),
    ],
    defaultSubcommand: DeployCommand.self)

  /// Parses arguments, runs the command they name, and answers the exit status.
  static func run(_ arguments: [String], in context: CommandContext) async -> Int32 {
    await CommandContext.$current.withValue(context) {
      do {
        var command = try parseAsRoot(ApprovalOptions.expanded(arguments))
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
        return ExitStatus.success.rawValue
      } catch let failure as CommandFailure {
        report(failure, arguments, context)
        return failure.status.rawValue
      } catch {
        let status = exitCode(for: error).rawValue
        let message = fullMessage(for: error)
        if !message.isEmpty {
          if status == 0 { context.terminal.print(message + "\n") } else { context.terminal.report(message + "\n") }
        }
        return status
      }
    }
  }

  private static func report(_ failure: CommandFailure, _ arguments: [String], _ context: CommandContext) {
    if arguments.contains("--json") {
      let diagnostics = failure.diagnostics.map { $0.json(sources: context.sources) }
      var document = failure.document ?? [:]
      document["diagnostics"] = .array((document["diagnostics"]?.arrayValue ?? []) + diagnostics)
      context.terminal.print(JSONWriter.prettyText(of: .object(document)))
    }
    context.terminal.report(context.diagnostics.text(of: failure.diagnostics))
  }
}
