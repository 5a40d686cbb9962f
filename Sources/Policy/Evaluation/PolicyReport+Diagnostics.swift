public import StrataModel

extension PolicyReport {
  /// The findings that stand, and what is wrong with waivers and answers, as every other check reports; by place.
  public var diagnostics: [Diagnostic] {
    let found = outcomes.flatMap { outcome in outcome.findings.map { Self.diagnostic(of: $0, rule: outcome.rule) } }
    return (found + declarationProblems).enumerated().sorted { left, right in
      let places = (left.element.location, right.element.location)
      switch places {
      case (nil, nil): return left.offset < right.offset
      case (nil, _?): return false
      case (_?, nil): return true
      case (let a?, let b?):
        if a == b { return left.offset < right.offset }
        return (a.fileID, a.line, a.column) < (b.fileID, b.line, b.column)
      }
    }.map(\.element)
  }

  /// A finding as a diagnostic: its code is the rule's id and name, and a note says why the rule matters.
  public static func diagnostic(of finding: PolicyFinding, rule: PolicyRule) -> Diagnostic {
    let controls = rule.controls.map(\.description).joined(separator: ", ")
    let why = controls.isEmpty ? rule.why : "\(rule.why) (\(controls))"
    return Diagnostic(
      finding.severity.diagnostic, code: "\(rule.id)-\(rule.name)", finding.message, remedy: finding.remedy, at: finding.location,
      address: finding.subject.address, path: finding.path, notes: finding.notes + [Diagnostic.Note("\(rule.id) \(rule.name): \(why)")])
  }
}
