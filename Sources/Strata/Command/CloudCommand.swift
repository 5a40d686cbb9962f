import ArgumentParser

/// The embedded cloud by itself, for other tools than this program.
struct CloudCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cloud", abstract: "Offers the embedded cloud to other tools.", subcommands: [CloudServeCommand.self])
}
