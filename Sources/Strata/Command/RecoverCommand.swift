import ArgumentParser

/// Finds out what became of an interrupted deployment.
struct RecoverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Finds out what became of the operations of an interrupted deployment; every deployment does so by itself.")

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    try await session.withLease(command: "recover \(session.environment.name)") { run in
      session.terminal.print(
        run.recoveredCount == 0
          ? "Nothing was interrupted.\n" : "\(DiagnosticRenderer.count(run.recoveredCount, "interrupted operation")) resolved.\n")
    }
  }
}
