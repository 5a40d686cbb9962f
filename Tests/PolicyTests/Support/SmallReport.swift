import StrataModel

@testable import StrataPolicy

/// A report in which everything that can be shown occurs once.
enum SmallReport {
  static let house = Framework("house", title: "House rules")

  static let topics = PolicyRule(
    "H1", "topic-name", title: "Topics have names", why: "a topic without a name is found by nobody", remedy: "set TopicName",
    controls: [Control(house, "1.1"), Control(house, "2")]
  ) { context, assessment in
    for topic in context.all("AWS::SNS::Topic") {
      assessment.require(topic.properties["TopicName"] != nil, of: topic, at: "TopicName", "the topic has no <name> & no \"label\"")
    }
  }

  static let queues = PolicyRule(
    "H2", "queue-name", title: "Queues have names", why: "tidiness", remedy: "set QueueName", severity: .warning,
    controls: [Control(house, "1.2")]
  ) { context, assessment in
    for queue in context.all("AWS::SQS::Queue") {
      assessment.require(queue.properties["QueueName"] != nil, of: queue, "the queue has no name")
    }
  }

  static let roles = PolicyRule(
    "H3", "role-path", title: "Roles have paths", why: "tidiness", remedy: "set Path", controls: [Control(house, "1.10")]
  ) { context, assessment in
    for role in context.all("AWS::IAM::Role") { assessment.require(role.properties["Path"] != nil, of: role, "the role has no path") }
  }

  static func make() throws -> CheckReport {
    let graph = try GraphText.graph(
      """
      alerts AWS::SNS::Topic {}
      old AWS::SNS::Topic {}
      named AWS::SNS::Topic {"TopicName": "named"}
      jobs AWS::SQS::Queue {}
      """)
    var requirements = PolicyRequirements()
    requirements.require([house, .gdpr])
    requirements.rules = [topics, queues, roles]
    requirements.waivers = [
      Waiver(
        "topic-name", "old", reason: "renamed with the move to v2 | see #12", until: "2027-06-30",
        source: SourceLocation(fileID: "Stacks/Deploy.swift", line: 9))
    ]
    requirements.manualControls = [ManualControl("pseudonymization", owner: "Data protection officer", due: "2027-01-31")]
    let policies = PolicyReport(of: graph, requirements: requirements, today: "2026-11-27")
    let outcomes = policies.outcomes.filter { $0.rule.id.hasPrefix("H") }
    let small = PolicyReport(
      environment: policies.environment, frameworks: [house], today: policies.today, outcomes: outcomes,
      manual: policies.manual.filter { $0.requirement.id == "pseudonymization" }, declarationProblems: [])
    return CheckReport(
      environment: "pilot", resourceCount: 4,
      diagnostics: [
        Diagnostic(
          .warning, code: "short-name", "the name is short", remedy: "use a longer one",
          at: SourceLocation(fileID: "Stacks/Parts.swift", line: 4, column: 5), address: "jobs")
      ], policies: small, file: { "Stacks/My Parts/\($0.fileName)" })
  }
}
