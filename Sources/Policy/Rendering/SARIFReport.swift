import StrataModel

/// A check's report in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard, 2020).
///
/// Waived findings are results with a suppression, so that code scanning shows them as closed and why. Findings of the same rule, resource and
/// property have one fingerprint from run to run, wherever their line moves.
enum SARIFReport {
  static func text(of report: CheckReport) -> String {
    let rules = RuleTable(report)
    var results = report.diagnostics.map { result(of: $0, rules, report) }
    for outcome in report.policies.outcomes {
      for finding in outcome.findings { results.append(result(of: finding, outcome.rule, nil, rules, report)) }
      for waived in outcome.waived { results.append(result(of: waived.finding, outcome.rule, waived.waiver, rules, report)) }
    }
    results += report.policies.declarationProblems.map { result(of: $0, rules, report) }
    return JSONWriter.plainPrettyText(of: [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": ["name": "strata", "rules": .array(rules.descriptors)]],
          "automationDetails": ["id": .string("strata/\(report.environment)/")], "columnKind": "utf16CodeUnits",
          "results": .array(results),
        ]
      ],
    ])
  }

  private static func result(
    of finding: PolicyFinding, _ rule: PolicyRule, _ waiver: Waiver?, _ rules: RuleTable, _ report: CheckReport
  ) -> PropertyValue {
    var object = result(
      rules.id(of: rule), finding.severity.diagnostic, "\(finding.message); \(finding.remedy)", finding.location, finding.subject.path,
      finding.path, finding.notes, rules, report)
    if let waiver {
      object["suppressions"] = [
        [
          "kind": "inSource", "status": "accepted", "justification": .string("\(waiver.reason) (until \(waiver.until))"),
          "location": location(waiver.source, nil, report),
        ]
      ]
    }
    return .object(object)
  }

  private static func result(of diagnostic: Diagnostic, _ rules: RuleTable, _ report: CheckReport) -> PropertyValue {
    .object(
      result(
        diagnostic.code, diagnostic.severity, [diagnostic.message, diagnostic.remedy].compactMap { $0 }.joined(separator: "; "),
        diagnostic.location, diagnostic.address?.path, diagnostic.path, diagnostic.notes, rules, report))
  }

  private static func result(
    _ rule: String, _ severity: Diagnostic.Severity, _ message: String, _ place: SourceLocation?, _ subject: String?, _ path: PropertyPath?,
    _ notes: [Diagnostic.Note], _ rules: RuleTable, _ report: CheckReport
  ) -> PropertyObject {
    var object: PropertyObject = [
      "ruleId": .string(rule), "level": .string(severity.rawValue), "message": ["text": .string(message)],
      "partialFingerprints": ["strata/v1": .string("\(rule) \(subject ?? "") \(path?.description ?? ""): \(message)")],
    ]
    if let index = rules.index(of: rule) { object["ruleIndex"] = .integer(index) }
    let name = subject.map { subject in path.map { "\(subject) \($0)" } ?? subject }
    if let place {
      object["locations"] = [location(place, name, report)]
    } else if let name {
      object["locations"] = [["logicalLocations": [["fullyQualifiedName": .string(name), "kind": "resource"]]]]
    }
    let related = notes.compactMap { note -> PropertyValue? in
      guard let place = note.location, var object = location(place, nil, report).objectValue else { return nil }
      object["message"] = ["text": .string(note.message)]
      return .object(object)
    }
    if !related.isEmpty { object["relatedLocations"] = .array(related) }
    return object
  }

  private static func location(_ location: SourceLocation, _ name: String?, _ report: CheckReport) -> PropertyValue {
    var region: PropertyObject = ["startLine": .integer(max(1, location.line))]
    if location.column > 0 { region["startColumn"] = .integer(location.column) }
    var object: PropertyObject = [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(uri(report.file(location))), "uriBaseId": "%SRCROOT%"], "region": .object(region),
      ]
    ]
    if let name { object["logicalLocations"] = [["fullyQualifiedName": .string(name), "kind": "resource"]] }
    return .object(object)
  }

  /// A path as a relative reference (RFC 3986): everything but unreserved characters and `/` is escaped.
  private static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let isPlain =
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
        || [0x2D, 0x2E, 0x2F, 0x5F, 0x7E].contains(byte)
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}

/// The rules that results name, each once.
private struct RuleTable {
  private(set) var descriptors: [PropertyValue] = []
  private var indices: [String: Int] = [:]

  init(_ report: CheckReport) {
    for outcome in report.policies.outcomes {
      let rule = outcome.rule
      add(
        id(of: rule),
        [
          "name": .string(rule.name), "shortDescription": ["text": .string(rule.title)], "fullDescription": ["text": .string(rule.why)],
          "help": ["text": .string(rule.remedy)], "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
          "properties": ["tags": .array(rule.controls.map { .string($0.description) })],
        ])
    }
    for diagnostic in report.diagnostics + report.policies.declarationProblems { add(diagnostic.code, [:]) }
  }

  func id(of rule: PolicyRule) -> String { rule.id }

  func index(of id: String) -> Int? { indices[id] }

  private mutating func add(_ id: String, _ fields: PropertyObject) {
    guard indices[id] == nil else { return }
    indices[id] = descriptors.count
    var fields = fields
    fields["id"] = .string(id)
    descriptors.append(.object(fields))
  }
}
