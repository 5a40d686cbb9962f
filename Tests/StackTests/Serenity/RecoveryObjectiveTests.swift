import Strata
import StrataModel
import StrataTesting
import Testing

@testable import deploy

@Suite("Serenity: recovery objectives")
struct RecoveryObjectiveTests {
  private func messages(_ objectives: RecoveryObjectives, _ graph: ResourceGraph) -> [String] {
    objectives.rule.assess(PolicyContext(graph)).findings.map { "\($0.subject): \($0.message)" }
  }

  @Test("The guide's objectives are met: four hours, and one hour of data", arguments: ["pilot", "production"])
  func met(environment: String) throws {
    let graph = try environment == "pilot" ? SerenityGraphs.pilot : SerenityGraphs.production
    let assessment = Serenity.Settings.pilot.recovery.rule.assess(PolicyContext(graph))
    #expect(assessment.findings.isEmpty)
    #expect(assessment.subjects.count == 3)
    let declared = try #require(Deploy().environments.all.first { $0.name == environment })
    #expect(declared.policies.rules.map(\.name) == ["recovery-objectives"])
  }

  @Test("Objectives that nothing is built for are told: replication takes 15 minutes, point-in-time recovery leaves out five")
  func missed() throws {
    let graph = try SerenityGraphs.pilot
    let tighter = messages(RecoveryObjectives(pointMinutes: 10, timeMinutes: 240), graph)
    #expect(tighter.count == 1 && tighter.allSatisfy { $0.contains("data/audit-logs/bucket") })
    #expect(messages(RecoveryObjectives(pointMinutes: 1, timeMinutes: 240), graph).count == 3)
  }

  @Test("A table whose restore nobody tries out, or that cannot be brought back at all, is told")
  func untried() throws {
    let graph = try synthesize {
      DynamoDB.Table(
        "orders", keySchema: [.init(attributeName: "id", keyType: "HASH")],
        attributeDefinitions: [.init(attributeName: "id", attributeType: .s)], billingMode: "PAY_PER_REQUEST")
    }
    #expect(messages(RecoveryObjectives(pointMinutes: 60, timeMinutes: 240), graph).count == 2)
  }

  @Test("Somebody is told each quarter to rebuild the environment")
  func rebuild() throws {
    let schedule = try SerenityGraphs.pilot.resource("monitoring/rebuild/schedule")
    #expect(schedule["ScheduleExpression"] == "cron(0 9 1 1,4,7,10 ? *)")
    #expect(schedule.producer(at: "Target.Arn")?.address == "security/alarms/topic")
    let role = try SerenityGraphs.pilot.resource("monitoring/rebuild/role/role")
    #expect(Set(role.allStatements.flatMap(\.actions)) == ["sns:Publish", "kms:Decrypt", "kms:GenerateDataKey"])
  }
}
