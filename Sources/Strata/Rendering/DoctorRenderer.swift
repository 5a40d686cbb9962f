/// Writes what was looked at, one line a check, with what to do beneath what needs it.
struct DoctorRenderer: Sendable {
  var style: TextStyle

  func text(of report: DoctorReport) -> String {
    var text = style(report.environment.map { "Doctor of \($0)" } ?? "Doctor", .strong) + "\n\n" + lines(of: report.checks)
    for symptom in report.symptoms {
      text += "\n" + style(symptom.name, .strong) + style("  \(symptom.document)", .faint) + "\n" + lines(of: symptom.checks)
    }
    let counts = DoctorReport.Outcome.allCases.map { outcome in report.all.count { $0.outcome == outcome } }
    text += "\n\(counts[0]) passed, \(DiagnosticRenderer.count(counts[1], "warning")), \(counts[2]) failed"
    return text + (counts[3] > 0 ? ", \(counts[3]) could not be looked at.\n" : ".\n")
  }

  private func lines(of checks: [DoctorReport.Check]) -> String {
    let width = checks.map(\.name.count).max() ?? 0
    return checks.map { check in
      var line =
        "  " + mark(check.outcome) + " " + check.name + String(repeating: " ", count: width - check.name.count + 2) + check.evidence + "\n"
      if let remedy = check.remedy { line += "         help: \(remedy)\n" }
      return line
    }.joined()
  }

  private func mark(_ outcome: DoctorReport.Outcome) -> String {
    switch outcome {
    case .passed: style("pass", .create)
    case .warning: style("warn", .warning)
    case .failed: style("fail", .error)
    case .skipped: style("skip", .faint)
    }
  }
}
