import StrataModel

/// Writes diagnostics in the compilers' form, `File.swift:line:column: error: …`, which terminals and editors make clickable.
struct DiagnosticRenderer: Sendable {
  var style: TextStyle
  var sources: SourceFiles

  /// The text of diagnostics, one after another, with a count at the end.
  func text(of diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    var counts: [String] = []
    if errors > 0 { counts.append(style(Self.count(errors, "error"), .error)) }
    if warnings > 0 { counts.append(style(Self.count(warnings, "warning"), .warning)) }
    var text = diagnostics.map { self.text(of: $0) }.joined()
    if diagnostics.count > 1, !counts.isEmpty { text += counts.joined(separator: ", ") + "\n" }
    return text
  }

  /// The text of one diagnostic with its notes and its remedy.
  func text(of diagnostic: Diagnostic) -> String {
    var text = prefix(diagnostic.location)
    switch diagnostic.severity {
    case .error: text += style("error: ", .error)
    case .warning: text += style("warning: ", .warning)
    case .note: text += style("note: ", .strong)
    }
    text += style(diagnostic.message, .strong)
    if let address = diagnostic.address { text += style(" [\(address)\(diagnostic.path.map { " \($0)" } ?? "")]", .faint) }
    text += "\n"
    for note in diagnostic.notes { text += "  \(prefix(note.location))note: \(note.message)\n" }
    if let remedy = diagnostic.remedy { text += "  help: \(remedy)\n" }
    return text
  }

  private func prefix(_ location: SourceLocation?) -> String {
    guard let location else { return "" }
    return sources.display(location) + ": "
  }

  /// A number of journal entries.
  static func entries(_ number: Int) -> String { number == 1 ? "1 entry" : "\(number) entries" }

  /// A number with its noun, in the plural where it is not one.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
