import StrataModel

/// A check's report in the XML that continuous integrations read as the results of tests: a test case for each rule.
///
/// A rule with errors fails, one with waived findings only is skipped, and so is a control that no graph can show. Warnings are text of the case.
enum JUnitReport {
  static func text(of report: CheckReport) -> String {
    var cases = [programCase(report)]
    cases += report.policies.outcomes.map { ruleCase($0, report) }
    cases += report.policies.manual.map(manualCase)
    let problems = report.policies.declarationProblems
    if !problems.isEmpty {
      cases.append(
        JUnitDocument.Case(
          "waivers and answers", of: "strata.policies", failures: failures(problems, report),
          output: problems.filter { $0.severity != .error }.map { lines(of: $0, report) }.joined(separator: "\n")))
    }
    return JUnitDocument("strata", [JUnitDocument.Suite(report.environment, cases)]).text
  }

  private static func programCase(_ report: CheckReport) -> JUnitDocument.Case {
    JUnitDocument.Case(
      "program and graph", of: "strata.checks", failures: failures(report.diagnostics, report),
      output: report.diagnostics.filter { $0.severity != .error }.map { lines(of: $0, report) }.joined(separator: "\n"))
  }

  private static func ruleCase(_ outcome: PolicyReport.RuleOutcome, _ report: CheckReport) -> JUnitDocument.Case {
    let errors = outcome.findings.filter { $0.severity == .error }
    let warnings = outcome.findings.filter { $0.severity == .warning }.map { lines(of: $0, report) }
    let waived = outcome.waived.map { "waived until \($0.waiver.until): \($0.waiver.reason)\n  \(lines(of: $0.finding, report))" }
    let skipped: String? =
      if outcome.subjects.isEmpty {
        "nothing to look at"
      } else if !waived.isEmpty {
        "\(TextReport.counted(waived.count, "finding")) waived"
      } else {
        nil
      }
    return JUnitDocument.Case(
      "\(outcome.rule.id) \(outcome.rule.name): \(outcome.rule.title)", of: "strata.policies",
      failures: errors.map { JUnitDocument.Failure($0.message, type: outcome.rule.id, text: lines(of: $0, report)) }, skipped: skipped,
      output: (warnings + waived).joined(separator: "\n"))
  }

  private static func manualCase(_ outcome: PolicyReport.ManualOutcome) -> JUnitDocument.Case {
    let state =
      outcome.answer.map { "manual: \($0.owner) answers for it, due \($0.due)\(outcome.isOverdue ? ", overdue" : "")" }
      ?? "manual: nobody answers for it"
    return JUnitDocument.Case("\(outcome.requirement.id): \(outcome.requirement.title)", of: "strata.manual", skipped: state)
  }

  private static func failures(_ diagnostics: [Diagnostic], _ report: CheckReport) -> [JUnitDocument.Failure] {
    diagnostics.filter { $0.severity == .error }.map { JUnitDocument.Failure($0.message, type: $0.code, text: lines(of: $0, report)) }
  }

  private static func lines(of finding: PolicyFinding, _ report: CheckReport) -> String {
    let path = finding.path.map { " \($0)" } ?? ""
    let place = finding.location.map { "\(report.place($0)): " } ?? ""
    return "\(place)\(finding.message) [\(finding.subject)\(path)]\n  help: \(finding.remedy)"
  }

  private static func lines(of diagnostic: Diagnostic, _ report: CheckReport) -> String {
    let place = diagnostic.location.map { "\(report.place($0)): " } ?? ""
    let subject = diagnostic.address.map { " [\($0)]" } ?? ""
    return "\(place)\(diagnostic.message)\(subject)" + (diagnostic.remedy.map { "\n  help: \($0)" } ?? "")
  }
}
