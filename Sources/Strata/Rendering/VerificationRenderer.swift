import StrataModel

/// Writes what was proven of a deployment: what failed first, then a table of counts.
struct VerificationRenderer: Sendable {
  var style: TextStyle
  var sources: SourceFiles
  /// Whether what passed and what was skipped is shown too.
  var showsDetails = false

  func text(of report: VerificationReport, target: String) -> String {
    var text = style("Verification of \(report.environment)", .strong) + " on \(target)\n"
    let shown = report.checks.filter { showsDetails || $0.outcome == .failed }
    if !shown.isEmpty { text += "\n" + lines(of: shown) }
    return text + "\n" + table(of: report) + "\n" + summary(of: report)
  }

  private func lines(of checks: [VerificationReport.Check]) -> String {
    let width = checks.map(\.address.path.count).max() ?? 0
    let aspectWidth = checks.map(\.aspect.rawValue.count).max() ?? 0
    return checks.map { check in
      "  " + mark(check.outcome) + " " + padded(check.address.path, width) + "  " + padded(check.aspect.rawValue, aspectWidth) + "  "
        + check.evidence + style("  \(check.type)  \(sources.display(check.source))", .faint) + "\n"
    }.joined()
  }

  private func table(of report: VerificationReport) -> String {
    var rows = [["", "passed", "failed", "not known"]]
    for aspect in VerificationReport.Aspect.allCases {
      let checks = report.checks.filter { $0.aspect == aspect }
      guard !checks.isEmpty else { continue }
      let counts = [VerificationReport.Outcome.passed, .failed, .skipped].map { outcome in checks.count { $0.outcome == outcome } }
      rows.append([aspect.rawValue] + counts.map(String.init))
    }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      "  " + padded(row[0], widths[0])
        + (1..<4).map { "  " + String(repeating: " ", count: widths[$0] - row[$0].count) + row[$0] }.joined() + "\n"
    }.joined()
  }

  private func summary(of report: VerificationReport) -> String {
    let failed = report.count(.failed)
    let skipped = report.count(.skipped)
    var text =
      failed > 0
      ? style("Not proven: ", .error) + "\(DiagnosticRenderer.count(failed, "check")) failed."
      : style("Proven: ", .create) + "nothing failed."
    text += " \(report.count(.passed)) passed"
    if skipped > 0 { text += ", \(skipped) cannot be told" + (showsDetails ? "" : " (--details)") }
    return text + ".\n"
  }

  private func mark(_ outcome: VerificationReport.Outcome) -> String {
    switch outcome {
    case .passed: style("✓", .create)
    case .failed: style("✗", .error)
    case .skipped: style("·", .faint)
    }
  }

  private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
