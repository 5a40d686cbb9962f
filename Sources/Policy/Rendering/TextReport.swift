import StrataModel

/// One line for the environment, and one for each framework that it requires.
enum TextReport {
  static func text(of report: CheckReport) -> String {
    let errors = report.allDiagnostics.count { $0.severity == .error }
    let warnings = report.allDiagnostics.count { $0.severity == .warning }
    var problems = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { counted($0, $1) }.joined(separator: ", ")
    if problems.isEmpty { problems = "no problems" }
    var text = "\(report.environment): \(counted(report.resourceCount, "resource")), \(problems)\n"
    for framework in report.policies.frameworks { text += line(of: framework, report.policies) }
    return text
  }

  private static func line(of framework: Framework, _ policies: PolicyReport) -> String {
    let controls = policies.controls(of: framework)
    func count(_ status: ControlOutcome.Status) -> Int { controls.count { $0.status == status } }
    let parts = [
      (count(.met), "met"), (count(.warned), "met with warnings"), (count(.waived), "met but for waivers"), (count(.manual), "manual"),
      (count(.open), "open"),
      (count(.failed), "failed"), (count(.notApplicable), "without anything to look at"),
    ]
    let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return "  \(framework.title): \(counted(controls.count, "control")): \(shown)\n"
  }

  static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
