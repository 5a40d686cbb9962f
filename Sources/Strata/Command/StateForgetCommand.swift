import ArgumentParser
import Foundation
import ResourceCatalog
import StrataDeployment
import StrataModel

/// Takes a resource out of the state without touching its object.
struct StateForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Takes a resource out of the state; its object stays as it is.",
    discussion: "The next deployment makes the resource anew if the program still declares it, unless it declares the object as adopted.")

  @OptionGroup var options: EnvironmentOptions

  @Argument(help: "The address, for example 'network/main'.")
  var address: String

  func run() async throws {
    let session = try options.session()
    try await session.withStateLease(command: "state forget \(session.environment.name)") { _, lease in
      _ = try await lease.append(try entries(in: try await lease.load() ?? session.newState()))
    }
    session.terminal.print("Forgot \(address); its object was not touched.\n")
  }

  /// The journal's entries that end what is recorded at the address, and what is open there.
  private func entries(in state: StateSnapshot) throws(CommandFailure) -> [JournalEntry] {
    var bodies: [JournalEntry.Body] = state.openIntents.filter { $0.intent.address.path == address }.map { open in
      let evidence = "forgotten by hand"
      return .resolved(
        run: open.run, step: open.intent.step,
        JournalEntry.Resolution(outcome: JournalEntry.Outcome(.failed, error: evidence), evidence: evidence))
    }
    bodies += state.records.values.filter { $0.address.path == address }.sorted { $0.generation < $1.generation }
      .map { .forget($0.instance, reason: "forgotten by hand") }
    guard !bodies.isEmpty else {
      let known = Set(state.records.values.map(\.address.path) + state.openIntents.map(\.intent.address.path)).sorted()
      let suggestion = NearestName.nearest(to: address, among: known).map { "did you mean '\($0)'?" }
      throw CommandFailure(
        Diagnostic(
          .error, code: "unknown-address", "nothing is recorded at '\(address)'",
          remedy: suggestion ?? "'state list \(state.environment)' lists what is"))
    }
    let run = UUID().uuidString.lowercased()
    let now = Int(Date().timeIntervalSince1970)
    return bodies.enumerated().map { index, body in
      JournalEntry(sequence: state.serial + index + 1, epoch: state.epoch, run: run, at: now, body: body)
    }
  }
}
