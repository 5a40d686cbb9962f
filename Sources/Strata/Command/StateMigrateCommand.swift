import ArgumentParser
import Foundation
import StrataDeployment
import StrataLanguage
import StrataModel

/// Brings state to where, and how, the environment says that it is kept.
struct StateMigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Brings the state to where the program says it is kept, in the present format.",
    discussion: """
      State in the folder of this machine is taken to the place that the environment declares, with the key of its secrets' digests, and put \
      aside here. Where it is there already it is written anew, in the format of this version.
      """)

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    let name = session.environment.name
    let target = try await session.backend()
    let present: StateSnapshot?
    do throws(StateError) { present = try await target.load() } catch { throw CommandFailure(error) }
    guard present == nil else {
      _ = try await session.rewriteState(command: "state migrate \(name)", mark: "rewritten by version \(Engine.version)") { _ in }
      session.terminal.print("The state of '\(name)' in \(target.location) has the format of this version.\n")
      return
    }
    guard session.store.place != .local else {
      throw CommandFailure(
        Diagnostic(
          .error, code: "no-state", "'\(name)' was never deployed, or its state is elsewhere", remedy: "there is nothing to migrate"))
    }
    var sealing = try session.sealing()
    sealing.acceptsClear = true
    let source = LocalStateBackend(directory: session.stateFolder, environment: name, sealing: sealing)
    do throws(StateError) { try await move(from: source, to: target, session) } catch { throw CommandFailure(error) }
    session.terminal.print("The state of '\(name)' was taken from \(source.location) to \(target.location).\n")
  }

  private func move(
    from source: LocalStateBackend, to target: any StateBackend, _ session: Session
  ) async throws(StateError) {
    let owner = session.owner(of: "state migrate \(session.environment.name)")
    let old = try await source.lock(as: owner)
    do throws(StateError) {
      guard let snapshot = try await old.load() else {
        throw StateError(
          .otherEnvironment, "There is no state in \(source.location), and none in \(target.location). Deploy to make the first one.")
      }
      // The key first: digests that were made with another one would show every secret as changed.
      try await target.adoptSecretKey(try await source.secretKey())
      let new = try await target.lock(as: owner)
      do throws(StateError) { try await new.initialize(snapshot) } catch {
        await new.release()
        throw error
      }
      await new.release()
      try await source.putAside()
    } catch {
      await old.release()
      throw error
    }
    await old.release()
  }
}
