public import StrataModel

extension PolicyReport {
  /// Applies the rules that an environment requires to its graph.
  ///
  /// A pure function: `today`, by which waivers end, is an argument.
  ///
  /// - Parameter waivers: Those that resources declare, beside those of the requirements.
  public init(of graph: ResourceGraph, requirements: PolicyRequirements, waivers: [Waiver] = [], today: CalendarDate) {
    let rules = PolicyPacks.rules(serving: requirements.frameworks) + requirements.rules
    let context = PolicyContext(
      graph, frameworks: requirements.frameworks, trustedAccounts: requirements.trustedAccounts, source: requirements.source)
    var book = WaiverBook(requirements.waivers + waivers, today: today)
    environment = graph.environment
    frameworks = requirements.frameworks
    self.today = today
    outcomes = rules.map { rule in
      let assessment = rule.assess(context)
      var standing: [PolicyFinding] = []
      var waived: [WaivedFinding] = []
      for finding in assessment.findings {
        if let waiver = book.waiver(of: finding, rule: rule) {
          waived.append(WaivedFinding(finding: finding, waiver: waiver))
        } else {
          standing.append(finding)
        }
      }
      return RuleOutcome(
        rule: rule, subjects: assessment.subjects, metSubjects: assessment.metSubjects, findings: standing, waived: waived)
    }
    let required = ManualRequirement.serving(requirements.frameworks)
    manual = required.map { requirement in
      let answer = requirements.manualControls.last { $0.id == requirement.id }
      return ManualOutcome(
        requirement: requirement, answer: answer, isOverdue: answer.map { !$0.due.isValid || $0.due < today } ?? false)
    }
    declarationProblems =
      RuleProblems.problems(of: requirements) + book.problems(rulesRun: rules, isLimited: requirements.isLimited)
      + ManualProblems.problems(
        of: manual, declared: requirements.manualControls, at: requirements.source, isLimited: requirements.isLimited)
  }
}
