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
        testCase(
          "waivers and answers", in: "policies",
          failures: problems.filter { $0.severity == .error }.map { ($0.message, $0.code, lines(of: $0, report)) },
          output: problems.filter { $0.severity != .error }.map { lines(of: $0, report) }.joined(separator: "\n")))
    }
    let counts = "tests=\"\(cases.count)\" failures=\"\(cases.count { $0.isFailed })\" skipped=\"\(cases.count { $0.isSkipped })\""
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"strata\" \(counts) errors=\"0\">\n"
    text += "  <testsuite name=\"\(XMLText.escaped(report.environment))\" \(counts) errors=\"0\">\n"
    for testCase in cases { text += testCase.text }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private struct Case {
    var text: String
    var isFailed: Bool
    var isSkipped: Bool
  }

  private static func testCase(
    _ name: String, in suite: String, failures: [(message: String, type: String, text: String)] = [], skipped: String? = nil,
    output: String = ""
  ) -> Case {
    var text = "    <testcase classname=\"strata.\(XMLText.escaped(suite))\" name=\"\(XMLText.escaped(name))\""
    guard !failures.isEmpty || skipped != nil || !output.isEmpty else {
      return Case(text: text + "/>\n", isFailed: false, isSkipped: false)
    }
    text += ">\n"
    if let first = failures.first {
      let message = failures.count == 1 ? first.message : "\(failures.count) findings"
      text += "      <failure type=\"\(XMLText.escaped(first.type))\" message=\"\(XMLText.escaped(message))\">"
      text += XMLText.escaped(failures.map(\.text).joined(separator: "\n")) + "</failure>\n"
    } else if let skipped {
      text += "      <skipped message=\"\(XMLText.escaped(skipped))\"/>\n"
    }
    if !output.isEmpty { text += "      <system-out>\(XMLText.escaped(output))</system-out>\n" }
    text += "    </testcase>\n"
    return Case(text: text, isFailed: !failures.isEmpty, isSkipped: failures.isEmpty && skipped != nil)
  }

  private static func programCase(_ report: CheckReport) -> Case {
    testCase(
      "program and graph", in: "checks",
      failures: report.diagnostics.filter { $0.severity == .error }.map { ($0.message, $0.code, lines(of: $0, report)) },
      output: report.diagnostics.filter { $0.severity != .error }.map { lines(of: $0, report) }.joined(separator: "\n"))
  }

  private static func ruleCase(_ outcome: PolicyReport.RuleOutcome, _ report: CheckReport) -> Case {
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
    return testCase(
      "\(outcome.rule.id) \(outcome.rule.name): \(outcome.rule.title)", in: "policies",
      failures: errors.map { ($0.message, outcome.rule.id, lines(of: $0, report)) }, skipped: skipped,
      output: (warnings + waived).joined(separator: "\n"))
  }

  private static func manualCase(_ outcome: PolicyReport.ManualOutcome) -> Case {
    let state =
      outcome.answer.map { "manual: \($0.owner) answers for it, due \($0.due)\(outcome.isOverdue ? ", overdue" : "")" }
      ?? "manual: nobody answers for it"
    return testCase("\(outcome.requirement.id): \(outcome.requirement.title)", in: "manual", skipped: state)
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
