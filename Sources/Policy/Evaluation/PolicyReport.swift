public import StrataModel

/// What the policies of an environment say about its graph.
public struct PolicyReport: Sendable {
  /// A finding that a waiver lets off.
  public struct WaivedFinding: Sendable, Hashable {
    public let finding: PolicyFinding
    public let waiver: Waiver
  }

  /// What one rule says.
  public struct RuleOutcome: Sendable {
    public let rule: PolicyRule

    /// Everything that the rule looked at.
    public let subjects: [PolicySubject]

    /// The subjects that meet the rule, waived ones not among them.
    public let metSubjects: [PolicySubject]

    /// The findings that stand.
    public let findings: [PolicyFinding]

    public let waived: [WaivedFinding]
  }

  /// A control that no graph can show, with who answers for it.
  public struct ManualOutcome: Sendable, Hashable {
    public let requirement: ManualRequirement

    /// Who answers for it; `nil` where nobody was named.
    public let answer: ManualControl?

    /// Whether the date of the answer has passed, or is none.
    public let isOverdue: Bool
  }

  public let environment: String
  public let frameworks: [Framework]

  /// The day by which waivers and answers were judged.
  public let today: CalendarDate

  /// The rules that ran, by their order in the packs, the program's own last.
  public let outcomes: [RuleOutcome]

  public let manual: [ManualOutcome]

  /// What is wrong with the rules, waivers and answers that the environment declares.
  public let declarationProblems: [Diagnostic]

  /// Every finding that stands, by rule.
  public var findings: [PolicyFinding] { outcomes.flatMap(\.findings) }

  /// Every finding that is waived, by rule.
  public var waived: [WaivedFinding] { outcomes.flatMap(\.waived) }
}
