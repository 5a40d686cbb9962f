import ArgumentParser
import StrataDeployment

/// Records what a deployment could not record.
struct StatePushCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push", abstract: "Records what a deployment did while its state could not be written.",
    discussion: """
      A deployment that loses its lock or the network finishes the calls in flight, starts nothing more, and saves what became of them under \
      'rescue' in the folder of local state. The next deployment from the same folder records it by itself; this command does so now, and \
      takes files from other machines.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Argument(help: "The files; all that wait in the folder of local state if none are named.", completion: .file())
  var files: [String] = []

  func run() async throws {
    let session = try options.session()
    try await session.withStateLease(command: "state push \(session.environment.name)") { _, lease in
      let folder = try session.rescueFolder()
      let paths = files.isEmpty ? try folder.pending() : files
      for path in paths { session.terminal.print(Session.text(of: try await folder.push(path, under: lease), path)) }
      if paths.isEmpty { session.terminal.print("Nothing waits in \(folder.directory).\n") }
    }
  }
}
