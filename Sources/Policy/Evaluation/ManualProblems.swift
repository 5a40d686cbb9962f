import ResourceCatalog
import StrataModel

/// What is wrong with the answers for controls that no graph can show.
enum ManualProblems {
  static func problems(
    of outcomes: [PolicyReport.ManualOutcome], declared: [ManualControl], at environment: SourceLocation?, isLimited: Bool
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let unanswered = outcomes.filter { $0.answer == nil }
    if !unanswered.isEmpty {
      problems.append(
        Diagnostic(
          .warning, code: "manual-control-unanswered",
          "nobody answers for \(unanswered.count == 1 ? "a control" : "\(unanswered.count) controls") that no graph can show: "
            + unanswered.map(\.requirement.id).joined(separator: ", "),
          remedy: "add .answering(ManualControl(\"\(unanswered[0].requirement.id)\", owner: \"…\", due: \"…\")) to the environment",
          at: environment))
    }
    for outcome in outcomes where outcome.isOverdue {
      guard let answer = outcome.answer else { continue }
      problems.append(
        Diagnostic(
          .warning, code: "manual-control-overdue",
          answer.due.isValid
            ? "'\(answer.id)' was due on \(answer.due); \(answer.owner) answers for it"
            : "'\(answer.id)' is due on '\(answer.due)', which is no day",
          remedy: answer.due.isValid ? "review the control and give it a new date" : "write the day as 2027-06-30", at: answer.source))
    }
    guard !isLimited else { return problems }
    for answer in declared where !outcomes.contains(where: { $0.requirement.id == answer.id }) {
      let names = outcomes.map(\.requirement.id)
      problems.append(
        Diagnostic(
          .warning, code: "manual-control-unknown", "no framework that the environment requires has a manual control '\(answer.id)'",
          remedy: NearestName.nearest(to: answer.id, among: names).map { "did you mean '\($0)'?" } ?? "remove it", at: answer.source))
    }
    return problems
  }
}
