import ArgumentParser

/// Shows and mends what is recorded.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "Shows and mends what is recorded of an environment.",
    subcommands: [
      StateListCommand.self, StateShowCommand.self, StateMoveCommand.self, StateForgetCommand.self, StateHistoryCommand.self,
      StateRestoreCommand.self, StatePushCommand.self, StateUnlockCommand.self, StateEncryptCommand.self, StateDecryptCommand.self,
      StateRepairCommand.self, StateMigrateCommand.self,
    ])
}
