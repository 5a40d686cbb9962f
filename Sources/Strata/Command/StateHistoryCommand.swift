import ArgumentParser
import StrataDeployment
import StrataModel

/// Lists the snapshots that are kept.
struct StateHistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the earlier states that are kept.",
    discussion: "A state is kept for each deployment that ended; 'state restore' brings one back.")

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    let backend = try await session.backend()
    do throws(StateError) {
      let versions = try await backend.versions()
      let serial = try await backend.load()?.serial
      if options.place.json {
        let entries = versions.map { version -> PropertyValue in
          ["serial": .integer(version.serial), "size": .integer(version.size), "writtenAt": .integer(version.writtenAt)]
        }
        session.terminal.print(
          JSONWriter.prettyText(of: ["serial": serial.map { .integer($0) } ?? .null, "versions": .array(entries)]))
        return
      }
      guard let serial else {
        session.terminal.print("'\(session.environment.name)' was never deployed.\n")
        return
      }
      for version in versions {
        session.terminal.print("serial \(version.serial)  \(DateText.utc(version.writtenAt))  \(version.size) bytes\n")
      }
      if versions.last?.serial != serial { session.terminal.print("serial \(serial)  now, in the journal\n") }
    } catch {
      throw CommandFailure(error)
    }
  }
}
