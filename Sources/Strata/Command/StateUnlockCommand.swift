import ArgumentParser
import StrataDeployment
import StrataModel

/// Says who holds the lock, and frees what can be freed.
struct StateUnlockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock", abstract: "Says who holds the lock of an environment.",
    discussion: """
      The lock of local state is the kernel's: it ends with its holder, so there is nothing to break by hand. A remote lock ends by itself, \
      a minute after its holder was last heard of; the next deployment takes it then.
      """)

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    let status: LockStatus?
    do { status = try await session.backend().lockStatus() } catch let error as StateError { throw CommandFailure(error) }
    guard let status else {
      session.terminal.print("'\(session.environment.name)' is not locked.\n")
      return
    }
    let since = DateText.utc(status.owner.since)
    switch status.remaining {
    case 0?:
      session.terminal.print(
        "The lock of '\(session.environment.name)' has run out: \(status.owner), since \(since). The next deployment takes it.\n")
    case let remaining?:
      throw Self.held(session, status.owner, since, "wait until it ends; if it died, its lock ends in \(remaining) seconds")
    case nil: throw Self.held(session, status.owner, since, "wait until it ends; a process that died holds no lock")
    }
  }

  private static func held(_ session: Session, _ owner: LockOwner, _ since: String, _ remedy: String) -> CommandFailure {
    CommandFailure(
      Diagnostic(
        .error, code: "state-locked", "'\(session.environment.name)' is locked by \(owner), since \(since)", remedy: remedy))
  }
}
