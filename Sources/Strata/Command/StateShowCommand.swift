import ArgumentParser
import ResourceCatalog
import StrataModel

/// Shows one recorded resource.
struct StateShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows what is recorded of one resource, or of one lookup.")

  @OptionGroup var options: EnvironmentOptions

  @Argument(help: "The address, for example 'network/main', or the text of a pinned lookup as 'state list' shows it.")
  var address: String

  func run() async throws {
    let session = try options.session()
    let snapshot = try await session.loadState()
    if let answer = snapshot.lookups[address] {
      session.terminal.print(
        options.place.json ? JSONWriter.prettyText(of: answer) : "\(answer.scalarText ?? JSONWriter.text(of: answer))\n")
      return
    }
    let records = snapshot.records.values.filter { $0.address.path == address }.sorted { $0.generation < $1.generation }
    guard !records.isEmpty else {
      let known = Set(snapshot.records.values.map(\.address.path)).sorted()
      let suggestion = NearestName.nearest(to: address, among: known).map { "did you mean '\($0)'?" }
      throw CommandFailure(
        Diagnostic(
          .error, code: "unknown-address", "nothing is recorded at '\(address)'",
          remedy: suggestion ?? "'state list \(session.environment.name)' lists what is"))
    }
    if options.place.json {
      session.terminal.print(JSONWriter.prettyText(of: .array(records.map(\.json))))
      return
    }
    for record in records { session.terminal.print(text(of: record, session)) }
  }

  private func text(of record: ResourceRecord, _ session: Session) -> String {
    let style = session.terminal.style
    let values = ValueRenderer(style: style)
    var text = style(record.address.path, .strong) + "  \(record.type)  \(record.statusText)\n"
    text += "  identifier  \(record.identifier ?? "(none yet)")\n"
    text += "  instance    \(record.instance), generation \(record.generation), revision \(record.revision)\n"
    text += "  placement   \(record.placement)\n"
    text += "  declared    \(session.context.sources.display(record.source))\n"
    for reason in record.incompleteReasons { text += "  incomplete  \(reason)\n" }
    for (title, object) in [("inputs", record.inputs), ("attributes", record.attributes)] where !object.isEmpty {
      text += "  \(title)\n"
      for field in object.fields { text += values.lines(field.value, label: field.key, depth: 2).map { $0 + "\n" }.joined() }
    }
    if !record.edges.isEmpty {
      text += "  waits for   " + record.edges.map(\.address.path).sorted().joined(separator: ", ") + "\n"
    }
    return text
  }
}

extension ResourceRecord {
  /// The status in one word, and its date.
  var statusText: String {
    switch status {
    case .current: "current"
    case .deposed: "replaced, to be deleted"
    case .pendingDeletion(let until): "pending deletion until \(DateText.utc(until))"
    }
  }
}
