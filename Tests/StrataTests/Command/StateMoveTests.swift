import Strata
import StrataModel
import Testing

@Suite("state move")
struct StateMoveTests {
  private func deployed() async throws -> CommandHarness {
    let harness = try CommandHarness()
    let output = await harness.run("deploy", "pilot", "--yes") { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    return harness
  }

  private func run(_ harness: CommandHarness, _ arguments: String...) async -> CommandHarness.Output {
    switch arguments.count {
    case 2: await harness.run("state", "move", "pilot", arguments[0], arguments[1]) { DriftStack(delay: 30) }
    default: await harness.run("state", "move", "pilot", arguments[0], arguments[1], arguments[2]) { DriftStack(delay: 30) }
    }
  }

  @Test("A resource takes another address and keeps its instance and object")
  func move() async throws {
    let harness = try await deployed()
    let before = try #require(try await harness.record("app/jobs"))
    let trial = await run(harness, "app/jobs", "work/queue", "--dry-run")
    #expect(trial.text.contains("app/jobs → work/queue\n1 resource would move; nothing was recorded."))
    #expect(try await harness.record("app/jobs") != nil)
    #expect(await run(harness, "app/jobs", "work/queue").status == 0)
    let after = try #require(try await harness.record("work/queue"))
    #expect(after.instance == before.instance)
    #expect(after.identifier == before.identifier)
    #expect(try await harness.record("app/jobs") == nil)
    #expect(await run(harness, "work/queue", "app/jobs").status == 0)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { DriftStack(delay: 30) }).status == 0)
  }

  @Test("A whole stack moves, and back; consumers only note the new addresses")
  func stack() async throws {
    let harness = try await deployed()
    let output = await run(harness, "app", "base")
    #expect(output.status == 0)
    #expect(output.text.contains("4 resources moved"))
    #expect(try await harness.state()?.records.values.map(\.address).sorted() == ["base/alarms", "base/jobs", "base/mail", "base/table"])
    let plan = await harness.run("plan", "pilot", "--json") { MovedStack() }
    #expect(plan.json?["counts"]?["kept"] == 3)
    #expect(plan.json?["counts"]?["noted"] == 1)
    #expect(await harness.run("deploy", "pilot", "--yes", program: { MovedStack() }).status == 0)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { MovedStack() }).status == 0)
  }

  @Test(
    "Impossible moves are refused with the reason, and nothing is recorded",
    arguments: [
      ("app/jobz", "a/b", "did you mean 'app/jobs'?"), ("app/jobs", "app/alarms", "app/alarms is recorded already: AWS::SNS::Topic"),
      ("app/jobs", "jobs", "cannot become 'jobs'"), ("app", "app/inner", "cannot become 'app/inner'"),
      ("app/jobs", "a//b", "is no address"),
    ])
  func refused(from: String, to: String, message: String) async throws {
    let harness = try await deployed()
    let serial = try await harness.state()?.serial
    let output = await run(harness, from, to)
    #expect(output.status == 1)
    #expect(output.reports.contains(message), "\(output.reports)")
    #expect(try await harness.state()?.serial == serial)
  }

  @Test("A rename between stacks by declaration moves the record, and a forgotten one is said to be probable")
  func renamed() async throws {
    let harness = try await deployed()
    let plan = await harness.run("plan", "pilot") { RenamedStack(isSaid: true) }
    #expect(plan.text.contains("app/table moves to data/table"))
    let instance = try await harness.record("app/table")?.instance
    #expect(await harness.run("deploy", "pilot", "--yes", program: { RenamedStack(isSaid: true) }).status == 0)
    #expect(try await harness.record("data/table")?.instance == instance)
    let unsaid = try await deployed()
    let refused = await unsaid.run("plan", "pilot") { RenamedStack(isSaid: false) }
    #expect(refused.status == 1)
    #expect(refused.reports.contains("this looks like a rename"))
    #expect(refused.reports.contains(".renamed(from: \"app/table\")"))
  }

  @Test("An adopted object is read before planning, taken over, and brought to the declaration")
  func adopted() async throws {
    let harness = try CommandHarness()
    let queue = try await harness.make("AWS::SQS::Queue", ["DelaySeconds": 5, "QueueName": "found"])
    let plan = await harness.run("plan", "pilot") { AdoptingStack(identifier: queue) }
    #expect(plan.status == 0, "\(plan.reports)")
    #expect(plan.text.contains("↓ found"))
    #expect(plan.text.contains("- DelaySeconds: 5"))
    #expect(plan.text.contains("+ DelaySeconds: 30"))
    let deploy = await harness.run("deploy", "pilot", "--yes") { AdoptingStack(identifier: queue) }
    #expect(deploy.status == 0, "\(deploy.reports)")
    let found = try await harness.properties("adopting/found")
    #expect(found?["DelaySeconds"] == 30)
    #expect(found?["Tags"]?.arrayValue?.contains { $0["Key"] == "strata:instance" } == true)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { AdoptingStack(identifier: queue) }).status == 0)
    let missing = try await CommandHarness().run("plan", "pilot") { AdoptingStack(identifier: "https://none") }
    #expect(missing.status == 1)
    #expect(missing.reports.contains("there is no such AWS::SQS::Queue"))
  }
}
