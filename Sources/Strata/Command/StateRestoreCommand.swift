import ArgumentParser
import Foundation
import StrataDeployment
import StrataModel

/// Brings an earlier state back.
struct StateRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Brings an earlier state back; objects in the cloud stay as they are.",
    discussion: """
      What was made since is no longer recorded, and what was deleted since is recorded again: look at 'plan --refresh' before you deploy. \
      The state that is replaced stays in the history. No name and no token is ever given out twice: the counter that they come from goes on.
      """)

  @OptionGroup var options: EnvironmentOptions

  @Argument(help: "The serial, as 'state history' lists it.")
  var serial: Int

  @Flag(help: "Restore without asking.")
  var yes = false

  func run() async throws {
    let session = try options.session()
    let name = session.environment.name
    try await session.withStateLease(command: "state restore \(name) \(serial)") { backend, lease in
      guard let present = try await lease.load() else {
        throw CommandFailure(
          Diagnostic(.error, code: "no-state", "'\(name)' was never deployed", remedy: "there is nothing to restore"))
      }
      let earlier = try await backend.snapshot(at: serial)
      let restoration: StateRestoration
      do { restoration = try StateRestoration(of: earlier, over: present, at: Int(Date().timeIntervalSince1970)) } catch let refusal
        as StateRestoration.Refusal
      {
        throw CommandFailure(
          Diagnostic(.error, code: "restore-refused", refusal.message, remedy: refusal.remedy))
      }
      for line in restoration.summary { session.terminal.print("  \(line)\n") }
      try session.confirm("Restore it?", yes: yes)
      _ = try await lease.append([restoration.mark])
      try await lease.compact(restoration.snapshot)
      session.terminal.print("'\(name)' is at what it was at serial \(serial); its serial is \(restoration.snapshot.serial).\n")
    }
  }
}
