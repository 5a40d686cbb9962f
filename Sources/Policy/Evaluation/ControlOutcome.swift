public import StrataModel

/// What the rules and answers of an environment say about one control.
public struct ControlOutcome: Sendable {
  /// How a control stands.
  public enum Status: String, Sendable, Hashable {
    /// All that its rules looked at meets them.
    case met
    /// A finding stands.
    case failed
    /// Findings stand that are warnings.
    case warned
    /// All findings are waived.
    case waived
    /// Somebody answers for it, and no rule can.
    case manual
    /// Nobody answers for it, or the answer is overdue.
    case open
    /// The graph has nothing that its rules look at.
    case notApplicable = "not applicable"
  }

  public let control: Control
  public let rules: [PolicyReport.RuleOutcome]
  public let manual: [PolicyReport.ManualOutcome]

  public var status: Status {
    if rules.contains(where: { outcome in outcome.findings.contains { $0.severity == .error } }) { return .failed }
    if manual.contains(where: { $0.answer == nil || $0.isOverdue }) { return .open }
    if rules.contains(where: { !$0.findings.isEmpty }) { return .warned }
    if rules.contains(where: { !$0.waived.isEmpty }) { return .waived }
    if rules.contains(where: { !$0.subjects.isEmpty }) { return manual.isEmpty ? .met : .manual }
    return manual.isEmpty ? .notApplicable : .manual
  }
}

extension PolicyReport {
  /// The controls of a framework that rules or answers speak for, by clause.
  public func controls(of framework: Framework) -> [ControlOutcome] {
    let clauses = Set((outcomes.flatMap(\.rule.controls) + manual.flatMap(\.requirement.controls)).filter { $0.framework == framework })
    return clauses.sorted().map { control in
      ControlOutcome(
        control: control, rules: outcomes.filter { $0.rule.controls.contains(control) },
        manual: manual.filter { $0.requirement.controls.contains(control) })
    }
  }
}
