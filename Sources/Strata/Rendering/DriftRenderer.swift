import StrataModel
import StrataPlanning

/// Writes drift for people: found and expected, property by property, and apart from it what cannot be known.
struct DriftRenderer: Sendable {
  var style: TextStyle
  var sources: SourceFiles
  /// Whether what is no drift is shown too.
  var showsDetails = false

  private var values: ValueRenderer { ValueRenderer(style: style) }

  func text(of report: DriftReport, target: String) -> String {
    var text = style("Drift of \(report.environment)", .strong) + " on \(target)\n"
    for resource in report.resources { text += lines(of: resource) }
    return text + "\n" + summary(of: report) + "\n"
  }

  private func lines(of resource: DriftReport.Resource) -> String {
    let details = showsDetails ? self.details(of: resource) : ""
    guard resource.hasDrifted || !details.isEmpty else { return "" }
    let mark = resource.isGone ? style("-", .delete) : resource.changes.isEmpty ? " " : style("~", .update)
    var text = "\n  \(mark) \(resource.address)  " + style("\(resource.type)  \(sources.display(resource.source))", .faint) + "\n"
    if resource.isGone { text += "      \(resource.identifier) no longer exists\n" }
    for change in resource.changes {
      text += "      \(change.path)\n"
      text += labelled("found", change.found, .delete) + labelled("expected", change.expected, .create)
    }
    return text + details
  }

  private func labelled(_ label: String, _ value: PropertyValue?, _ meaning: TextStyle.Meaning) -> String {
    guard let value else { return "        " + style("\(label): nothing", meaning) + "\n" }
    return values.lines(value, label: label, depth: 4).map { style($0, meaning) + "\n" }.joined()
  }

  private func details(of resource: DriftReport.Resource) -> String {
    var text = ""
    for unknown in resource.unknown { text += "      \(unknown.path): \(Self.phrase(unknown.reason))\n" }
    for change in resource.ignored {
      text += "      \(change.path): ignored, it is \(change.found.map { values.inline($0) } ?? "gone")\n"
    }
    for change in resource.storedDifferently {
      text += "      \(change.path): AWS stores it as \(change.found.map { values.inline($0) } ?? "nothing")\n"
    }
    if !resource.unmanaged.isEmpty { text += "      not said by the program: \(resource.unmanaged.joined(separator: ", "))\n" }
    return text
  }

  private static func phrase(_ reason: ObjectComparison.Reason) -> String {
    switch reason {
    case .writeOnly: "never returned by AWS"
    case .secret: "a secret, of which only a digest is recorded"
    case .notReturned: "not part of the answer"
    case .notRecorded: "what was sent is not recorded"
    }
  }

  private func summary(of report: DriftReport) -> String {
    let gone = report.resources.count(where: \.isGone)
    let changed = report.resources.count { !$0.changes.isEmpty }
    let unknown = report.resources.reduce(0) { $0 + $1.unknown.count }
    let ignored = report.resources.reduce(0) { $0 + $1.ignored.count }
    var text: String
    if report.hasDrift {
      var parts: [String] = []
      if changed > 0 { parts.append(style("\(changed) changed", .update)) }
      if gone > 0 { parts.append(style("\(gone) gone", .delete)) }
      parts.append("\(report.resources.count - changed - gone) as they were left")
      text = style("Drift: ", .strong) + parts.joined(separator: ", ") + "."
    } else {
      text = "No drift. \(DiagnosticRenderer.count(report.resources.count, "resource")) as they were left."
    }
    var apart: [String] = []
    if unknown > 0 { apart.append("\(DiagnosticRenderer.count(unknown, "value")) cannot be compared") }
    if ignored > 0 { apart.append("\(DiagnosticRenderer.count(ignored, "difference")) ignored") }
    if !apart.isEmpty { text += " " + apart.joined(separator: ", ") + (showsDetails ? "." : " (--details).") }
    return text
  }
}
