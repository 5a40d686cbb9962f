import StrataModel
import StrataPolicy
import Testing

/// A small graph, and what one rule finds in it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let what: String
  let environment: String
  let frameworks: [Framework]
  let graph: String

  /// What is found, each as `address path: message`; nothing where the graph meets the rule.
  let found: [String]

  init(
    _ rule: String, _ what: String, in environment: String = "pilot", for frameworks: [Framework] = [], _ graph: String,
    finds: [String] = []
  ) {
    self.rule = rule
    self.what = what
    self.environment = environment
    self.frameworks = frameworks
    self.graph = graph
    found = finds
  }

  var testDescription: String { "\(rule) \(what)" }

  /// All cases of all rules.
  static let all = encryption + storage + audit + network + edge + identity + backup + compute + detection + governance

  func assess() throws -> PolicyAssessment {
    let rule = try #require(PolicyPacks.rules.first { $0.id == self.rule })
    return rule.assess(PolicyContext(try GraphText.graph(graph, environment: environment), frameworks: frameworks))
  }
}

extension PolicyFinding {
  /// The finding in one line.
  var line: String { "\(subject)\(path.map { " \($0)" } ?? ""): \(message)" }
}
