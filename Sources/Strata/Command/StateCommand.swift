import ArgumentParser

/// Shows and mends what is recorded.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "Shows what is recorded of an environment.",
    subcommands: [StateListCommand.self, StateShowCommand.self, StateUnlockCommand.self])
}
