import StrataModel

/// A check's report for programs.
///
/// ```
/// environment  the environment's name
/// resources    how many resources it declares
/// diagnostics  all that was found, policies too: severity, code, message, remedy, location, address, path, notes
/// policies
///   today       the day by which waivers were judged
///   frameworks  id, title, controls: each with clause, status (met, failed, warned, waived, manual, open, not applicable) and rules
///   rules       id, name, title, why, severity, controls, subjects, met, findings, waived (a finding with reason and until)
///   manual      id, title, controls, and owner, due and overdue where somebody answers for it
/// ```
///
/// Fields may be added; what is here keeps its name and meaning.
enum JSONReport {
  static func text(of report: CheckReport) -> String {
    let policies = report.policies
    return JSONWriter.prettyText(of: [
      "environment": .string(report.environment), "resources": .integer(report.resourceCount),
      "diagnostics": .array(report.allDiagnostics.map { $0.json(place: report.place) }),
      "policies": [
        "today": .string(policies.today.text), "frameworks": .array(policies.frameworks.map { value(of: $0, policies) }),
        "rules": .array(policies.outcomes.map { value(of: $0, report) }), "manual": .array(policies.manual.map(value(of:))),
      ],
    ])
  }

  private static func value(of framework: Framework, _ policies: PolicyReport) -> PropertyValue {
    let controls = policies.controls(of: framework).map { outcome -> PropertyValue in
      var object: PropertyObject = [
        "clause": .string(outcome.control.clause), "status": .string(outcome.status.rawValue),
        "rules": .array(outcome.rules.map { .string($0.rule.id) }),
      ]
      if !outcome.manual.isEmpty { object["manual"] = .array(outcome.manual.map { .string($0.requirement.id) }) }
      return .object(object)
    }
    return ["id": .string(framework.id), "title": .string(framework.title), "controls": .array(controls)]
  }

  private static func value(of outcome: PolicyReport.RuleOutcome, _ report: CheckReport) -> PropertyValue {
    let rule = outcome.rule
    return [
      "id": .string(rule.id), "name": .string(rule.name), "title": .string(rule.title), "why": .string(rule.why),
      "severity": .string(rule.severity.rawValue), "controls": .array(rule.controls.map { .string($0.description) }),
      "subjects": .integer(outcome.subjects.count), "met": .array(outcome.metSubjects.map { .string($0.path) }),
      "findings": .array(outcome.findings.map { .object(object(of: $0, report)) }),
      "waived": .array(
        outcome.waived.map { waived in
          var object = object(of: waived.finding, report)
          object["reason"] = .string(waived.waiver.reason)
          object["until"] = .string(waived.waiver.until.text)
          return .object(object)
        }),
    ]
  }

  private static func object(of finding: PolicyFinding, _ report: CheckReport) -> PropertyObject {
    var object: PropertyObject = [
      "subject": .string(finding.subject.path), "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
      "remedy": .string(finding.remedy),
    ]
    if let path = finding.path { object["path"] = .string(path.description) }
    if let location = finding.location { object["location"] = .string(report.place(location)) }
    return object
  }

  private static func value(of outcome: PolicyReport.ManualOutcome) -> PropertyValue {
    var object: PropertyObject = [
      "id": .string(outcome.requirement.id), "title": .string(outcome.requirement.title),
      "controls": .array(outcome.requirement.controls.map { .string($0.description) }),
    ]
    if let answer = outcome.answer {
      object["owner"] = .string(answer.owner)
      object["due"] = .string(answer.due.text)
      object["overdue"] = .bool(outcome.isOverdue)
    }
    return .object(object)
  }
}
