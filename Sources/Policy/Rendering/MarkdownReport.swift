import StrataModel

/// A check's report for audits and pull requests: for each framework its controls, with the rules and resources that meet them.
enum MarkdownReport {
  static func text(of report: CheckReport) -> String {
    let policies = report.policies
    var text = "# Policies of \(escaped(report.environment))\n\n"
    text += "\(TextReport.counted(report.resourceCount, "resource")), judged by the day \(policies.today).\n"
    if !report.diagnostics.isEmpty {
      text += "\n## Program and graph\n\n"
      for diagnostic in report.diagnostics { text += line(of: diagnostic, report) }
    }
    for framework in policies.frameworks { text += section(of: framework, policies) }
    text += findings(report)
    text += waivers(report)
    text += manual(policies)
    text += evidence(policies)
    if !policies.declarationProblems.isEmpty {
      text += "\n## Waivers and answers to look at\n\n"
      for diagnostic in policies.declarationProblems { text += line(of: diagnostic, report) }
    }
    return text
  }

  private static func section(of framework: Framework, _ policies: PolicyReport) -> String {
    var text = "\n## \(escaped(framework.title))\n\n| Control | Status | Shown by | Looked at | Met by |\n|--|--|--|--|--|\n"
    for outcome in policies.controls(of: framework) {
      let shown = outcome.rules.map { "\($0.rule.id) \($0.rule.name)" } + outcome.manual.map(\.requirement.id)
      let subjects = Set(outcome.rules.flatMap(\.subjects))
      let failing = Set(outcome.rules.flatMap { rule in (rule.findings + rule.waived.map(\.finding)).map(\.subject) })
      text +=
        "| \(escaped(outcome.control.clause)) | \(outcome.status.rawValue) | \(escaped(shown.joined(separator: ", "))) "
        + "| \(subjects.count) | \(subjects.subtracting(failing).count) |\n"
    }
    return text
  }

  private static func findings(_ report: CheckReport) -> String {
    let outcomes = report.policies.outcomes.filter { !$0.findings.isEmpty }
    guard !outcomes.isEmpty else { return "\n## Findings\n\nNone stands.\n" }
    var text = "\n## Findings\n"
    for outcome in outcomes {
      text += "\n### \(outcome.rule.id) \(escaped(outcome.rule.name)): \(escaped(outcome.rule.title))\n\n"
      text += "\(escaped(sentence(outcome.rule.why))) Serves \(controls(outcome.rule.controls)).\n\n"
      for finding in outcome.findings {
        let path = finding.path.map { " `\($0)`" } ?? ""
        let place = finding.location.map { ", \(escaped(report.place($0)))" } ?? ""
        text += "- **\(finding.severity.rawValue)** `\(finding.subject)`\(path): \(escaped(finding.message))\(place). "
        text += "To do: \(escaped(finding.remedy)).\n"
      }
    }
    return text
  }

  private static func waivers(_ report: CheckReport) -> String {
    guard !report.policies.waived.isEmpty else { return "" }
    var text = "\n## Waived findings\n\n| Rule | Resource | Finding | Reason | Until | Declared |\n|--|--|--|--|--|--|\n"
    for outcome in report.policies.outcomes {
      for waived in outcome.waived {
        text +=
          "| \(outcome.rule.id) | `\(waived.finding.subject)` | \(escaped(waived.finding.message)) | \(escaped(waived.waiver.reason)) "
          + "| \(escaped(waived.waiver.until.text)) | \(escaped(report.place(waived.waiver.source))) |\n"
      }
    }
    return text
  }

  private static func manual(_ policies: PolicyReport) -> String {
    guard !policies.manual.isEmpty else { return "" }
    var text = "\n## Manual controls\n\nNo graph can show these; nothing here says that they are met.\n\n"
    text += "| Control | What has to hold | Serves | Owner | Due |\n|--|--|--|--|--|\n"
    for outcome in policies.manual {
      let due = outcome.answer.map { escaped($0.due.text) + (outcome.isOverdue ? " **overdue**" : "") } ?? "–"
      text +=
        "| \(outcome.requirement.id) | \(escaped(outcome.requirement.title)) | \(controls(outcome.requirement.controls)) "
        + "| \(outcome.answer.map { escaped($0.owner) } ?? "**nobody**") | \(due) |\n"
    }
    return text
  }

  /// The most subjects that a rule's line names; the JSON has all of them.
  private static let shownSubjects = 12

  private static func evidence(_ policies: PolicyReport) -> String {
    var text = "\n## Evidence\n\n| Rule | What holds | Looked at | Met by |\n|--|--|--|--|\n"
    for outcome in policies.outcomes {
      let met = outcome.metSubjects.map { "`\($0.path)`" }
      let shown =
        met.prefix(shownSubjects).joined(separator: ", ") + (met.count > shownSubjects ? ", and \(met.count - shownSubjects) more" : "")
      text += "| \(outcome.rule.id) | \(escaped(outcome.rule.title)) | \(outcome.subjects.count) | \(met.isEmpty ? "–" : shown) |\n"
    }
    return text
  }

  private static func line(of diagnostic: Diagnostic, _ report: CheckReport) -> String {
    let place = diagnostic.location.map { ", \(escaped(report.place($0)))" } ?? ""
    return "- **\(diagnostic.severity.rawValue)** \(escaped(diagnostic.message))\(place)\n"
  }

  private static func controls(_ controls: [Control]) -> String {
    controls.isEmpty ? "the program's own rules" : controls.map { escaped($0.description) }.joined(separator: ", ")
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
