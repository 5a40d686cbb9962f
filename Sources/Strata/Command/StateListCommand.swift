import ArgumentParser
import StrataModel

/// Lists the recorded resources.
struct StateListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the recorded resources.")

  @OptionGroup var options: EnvironmentOptions

  func run() async throws {
    let session = try options.session()
    let snapshot = try await session.loadState()
    let records = snapshot.records.values.sorted { ($0.address, $0.generation) < ($1.address, $1.generation) }
    if options.place.json {
      let entries = records.map { record -> PropertyValue in
        [
          "address": .string(record.address.path), "type": .string(record.type),
          "identifier": record.identifier.map { .string($0) } ?? .null,
          "status": .string(record.statusText), "placement": .string(record.placement.description),
        ]
      }
      var object: PropertyObject = ["resources": .array(entries), "serial": .integer(snapshot.serial)]
      if !snapshot.lookups.isEmpty { object["lookups"] = .object(snapshot.pinnedLookups) }
      object.setList("unsupported", snapshot.unsupported.map(\.json))
      session.terminal.print(JSONWriter.prettyText(of: .object(object)))
      return
    }
    let style = session.terminal.style
    let width = records.map(\.address.path.count).max() ?? 0
    let typeWidth = records.map(\.type.count).max() ?? 0
    for record in records {
      let address = record.address.path
      var line = address + String(repeating: " ", count: width - address.count + 2)
      line += style(record.type + String(repeating: " ", count: typeWidth - record.type.count + 2), .faint)
      line += record.identifier ?? "(no identifier yet)"
      if record.status != .current { line += "  " + style(record.statusText, .warning) }
      session.terminal.print(line + "\n")
    }
    for resource in snapshot.unsupported {
      session.terminal.print(style("\(resource.address)  \(resource.type)  not deployed: \(resource.reason)", .faint) + "\n")
    }
    for field in snapshot.pinnedLookups.fields {
      session.terminal.print("\(field.key)  \(field.value.scalarText ?? JSONWriter.text(of: field.value))\n")
    }
    var summary = DiagnosticRenderer.count(records.count, "resource") + ", serial \(snapshot.serial)"
    if !snapshot.unsupported.isEmpty { summary += ", \(snapshot.unsupported.count) left out" }
    if !snapshot.lookups.isEmpty { summary += ", \(DiagnosticRenderer.count(snapshot.lookups.count, "pinned lookup"))" }
    if !snapshot.openIntents.isEmpty { summary += ", \(DiagnosticRenderer.count(snapshot.openIntents.count, "open operation"))" }
    session.terminal.print(summary + "\n")
  }
}
