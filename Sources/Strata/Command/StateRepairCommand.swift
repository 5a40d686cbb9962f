import ArgumentParser
import StrataDeployment
import StrataModel

/// Makes one whole state of what is readable.
struct StateRepairCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Makes a damaged state readable again, and says what is lost.",
    discussion: """
      It keeps every record and every entry that can be read, copies what it overwrites first, and lists what is gone. Where something is gone, \
      compare with what exists ('plan --refresh') and take over what is no longer recorded before you deploy. It changes nothing where nothing \
      is damaged.
      """)

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    let name = session.environment.name
    let backend = try await session.backend()
    let repair: StateRepair
    do throws(StateError) { repair = try await backend.repair(as: session.owner(of: "state repair \(name)")) } catch {
      throw CommandFailure(error)
    }
    let terminal = session.terminal
    if options.place.json {
      terminal.print(
        JSONWriter.prettyText(of: [
          "backup": repair.backup.map { .string($0) } ?? .null, "findings": .array(repair.findings.map(PropertyValue.string)),
          "losses": .array(repair.losses.map(PropertyValue.string)),
          "serial": repair.snapshot.map { .integer($0.serial) } ?? .null,
        ]))
      return
    }
    guard repair.wasNeeded, let snapshot = repair.snapshot else {
      terminal.print("The state of '\(name)' is whole.\n")
      return
    }
    for finding in repair.findings { terminal.print("  found  \(finding)\n") }
    for loss in repair.losses { terminal.print("  lost   \(loss)\n") }
    if let backup = repair.backup { terminal.print("  copied to \(backup) before\n") }
    terminal.print(
      "Repaired: \(DiagnosticRenderer.count(snapshot.records.count, "resource")), serial \(snapshot.serial)"
        + (repair.losses.isEmpty ? "; nothing is lost.\n" : ".\n"))
  }
}
