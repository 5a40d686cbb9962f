import ArgumentParser
import StrataDeployment
import StrataModel

/// Says who holds the lock, and frees what can be freed.
struct StateUnlockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Says who holds the lock of an environment.",
    discussion: "The lock of local state is the kernel's: it ends with its holder, so there is nothing to break by hand.")

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    do {
      let lease = try await session.backend.lock(as: session.owner(of: "state unlock \(session.environment.name)"))
      await lease.release()
      session.terminal.print("'\(session.environment.name)' is not locked.\n")
    } catch {
      throw CommandFailure(error)
    }
  }
}
