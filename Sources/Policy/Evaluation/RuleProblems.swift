import StrataModel

/// What is wrong with the rules that an environment asks for.
enum RuleProblems {
  static func problems(of requirements: PolicyRequirements) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for framework in requirements.frameworks where !(PolicyPacks.rules + requirements.rules).contains(where: { $0.serves([framework]) }) {
      problems.append(
        Diagnostic(
          .error, code: "framework-without-rules", "no rule serves the framework '\(framework.title)', so nothing of it is checked",
          remedy: "add rules whose controls name it with .checking(…), or remove it", at: requirements.source))
    }
    var names = Set(PolicyPacks.rules.flatMap { [$0.id, $0.name] })
    for rule in requirements.rules {
      for name in [rule.id, rule.name] where !names.insert(name).inserted {
        problems.append(
          Diagnostic(
            .error, code: "duplicate-rule", "two rules are called '\(name)', so that a waiver would mean both",
            remedy: "give the program's own rule another id and name", at: requirements.source))
      }
    }
    return problems
  }
}
