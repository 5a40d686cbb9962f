import Foundation
import Strata
import StrataModel
import Testing

@Suite("rollback, and deploy --rollback")
struct RollbackCommandTests {
  @Test("A finished deployment is rolled back, a second rollback changes nothing, and a serial leads forward again")
  func finished() async throws {
    let harness = try CommandHarness()
    await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1) }
    let earlier = try await harness.state()
    await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 2, label: "Other", queues: ["extra"]) }
    let later = try #require(try await harness.state())

    let asked = await harness.run("rollback", "pilot") { PartStacks(delay: 1) }
    #expect(asked.status == 1)
    #expect(asked.reports.contains("add --yes if that is meant"))

    let back = await harness.run("rollback", "pilot", "--yes") { PartStacks(delay: 99) }
    #expect(back.status == 0, "\(back.reports)")
    #expect(back.text.contains("Back to serial \(earlier?.serial ?? 0), from \(later.serial)."))
    #expect(back.text.contains("2 to update, 1 to delete"))
    #expect(try await harness.properties("queues/jobs")?["DelaySeconds"] == 1)
    #expect(try await harness.properties("topics/alarms")?["DisplayName"] == "Alarms")
    #expect(try await harness.record("queues/extra") == nil)
    let plan = await harness.run("plan", "pilot", "--detailed-exitcode") { PartStacks(delay: 1) }
    #expect(plan.status == 0, "\(plan.text)")

    // Two people may type it, or one again after a failure: that must not lead to what they fled from.
    let twice = await harness.run("rollback", "pilot", "--yes") { PartStacks(delay: 1) }
    #expect(twice.status == 0, "\(twice.reports)")
    #expect(twice.text.contains("'pilot' is there already"))
    #expect(try await harness.record("queues/extra") == nil)
    let forward = await harness.run("rollback", "pilot", "--to", "\(later.serial)", "--yes") { PartStacks(delay: 1) }
    #expect(forward.status == 0, "\(forward.reports)")
    #expect(forward.reports.contains("queues/extra gets another identifier") == false)
    #expect(try await harness.properties("queues/extra") != nil)
    let again = await harness.run("plan", "pilot", "--detailed-exitcode") { PartStacks(delay: 2, label: "Other", queues: ["extra"]) }
    #expect(again.status == 0, "\(again.text)")
  }

  @Test("Any state that is kept can be gone back to, the empty one too; others are listed")
  func serials() async throws {
    let harness = try CommandHarness()
    let nothing = await harness.run("rollback", "pilot", "--yes") { PartStacks(delay: 1) }
    #expect(nothing.status == 1)
    #expect(nothing.reports.contains("nothing was deployed to 'pilot' that could be rolled back"))
    var serials: [Int] = []
    for delay in 1...3 {
      await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: delay) }
      serials.append(try #require(try await harness.state()?.serial))
    }
    let first = await harness.run("rollback", "pilot", "--to", "\(serials[0])", "--yes") { PartStacks(delay: 1) }
    #expect(first.status == 0, "\(first.reports)")
    #expect(try await harness.properties("queues/jobs")?["DelaySeconds"] == 1)
    let unknown = await harness.run("rollback", "pilot", "--to", "1", "--yes") { PartStacks(delay: 1) }
    #expect(unknown.status == 1)
    #expect(unknown.reports.contains("there are: ") && unknown.reports.contains("\(serials[1])"))
    let empty = await harness.run("rollback", "pilot", "--to", "0", "--yes", "--acknowledge-data-loss") { PartStacks(delay: 1) }
    #expect(empty.status == 0, "\(empty.reports)")
    #expect(try await harness.state()?.records.isEmpty == true)
  }

  @Test("What a rollback cannot bring back is told; a saved rollback is applied as it is, and as JSON it is one document")
  func losses() async throws {
    let harness = try CommandHarness()
    await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1, hasTable: true) }
    await harness.run("deploy", "pilot", "--yes", "--acknowledge-data-loss") { PartStacks(delay: 2) }
    let file = harness.directory.appendingPathComponent("back.plan").path
    let plan = await harness.run("rollback", "pilot", "--out", file) { PartStacks(delay: 1) }
    #expect(plan.status == 0, "\(plan.reports)")
    #expect(plan.reports.contains("tables/orders is made again empty: what it held went with the object before"))
    let json = await harness.run("rollback", "pilot", "--out", file, "--json") { PartStacks(delay: 1) }
    #expect(json.json?["diagnostics"]?.arrayValue?.contains { $0["code"] == "rollback-data" } == true)
    let apply = await harness.run("apply", file) { PartStacks(delay: 77) }
    #expect(apply.status == 0, "\(apply.reports)")
    #expect(try await harness.record("tables/orders") != nil)
    let again = await harness.run("plan", "pilot", "--detailed-exitcode") { PartStacks(delay: 1, hasTable: true) }
    #expect(again.status == 0, "\(again.text)")
  }

  @Test("Protection holds: the way back does not delete data without a word")
  func protection() async throws {
    let harness = try CommandHarness()
    await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1) }
    await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1, hasTable: true) }
    let refused = await harness.run("rollback", "pilot", "--yes") { PartStacks(delay: 1) }
    #expect(refused.status == 1)
    #expect(refused.reports.contains("--acknowledge-data-loss=tables/orders"))
    #expect(try await harness.record("tables/orders") != nil)
    let given = await harness.run("rollback", "pilot", "--yes", "--acknowledge-data-loss=tables/orders") { PartStacks(delay: 1) }
    #expect(given.status == 0, "\(given.reports)")
    #expect(try await harness.record("tables/orders") == nil)
  }

  // MARK: After a failed run

  @Test("A failed deployment is rolled back by itself, and its failure is still its end")
  func automatic() async throws {
    let harness = try CommandHarness()
    await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1) }
    _ = try await harness.make("AWS::SNS::Topic", ["TopicName": "taken"])
    let output = await harness.run("deploy", "pilot", "--rollback", "--yes") {
      PartStacks(delay: 2, label: "Other", queues: ["free", "taken"])
    }
    #expect(output.status == 1)
    #expect(output.reports.contains("[queues/taken]"))
    #expect(output.reports.contains("'pilot' is as it was before the deployment"), "\(output.reports)")
    #expect(try await harness.properties("queues/jobs")?["DelaySeconds"] == 1)
    #expect(try await harness.properties("topics/alarms")?["DisplayName"] == "Alarms")
    #expect(try await harness.record("queues/free") == nil)
    let plan = await harness.run("plan", "pilot", "--detailed-exitcode") { PartStacks(delay: 1) }
    #expect(plan.status == 0, "\(plan.text)")
    // A plan that is refused begins nothing that could be rolled back.
    let serial = try await harness.state()?.serial
    let refused = await harness.run("deploy", "pilot", "--rollback", "--yes") { PartStacks(delay: 1, label: "") }
    #expect(refused.status == 0 || refused.status == 1)
    if refused.status == 1 { #expect(try await harness.state()?.serial == serial) }
  }

  @Test("An automatic rollback stops before what cannot be taken back, and goes on with a word from a person")
  func irreversible() async throws {
    for answer in [nil, "no", "yes"] {
      let harness = try CommandHarness()
      await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1) }
      let serial = try #require(try await harness.state()?.serial)
      _ = try await harness.make("AWS::SNS::Topic", ["TopicName": "taken"])
      let output = await harness.run("deploy", "pilot", "--rollback", "--yes", answer: answer) {
        PartStacks(delay: 2, queues: ["taken"], hasTable: true)
      }
      #expect(output.status == 1)
      #expect(try await harness.properties("queues/jobs")?["DelaySeconds"] == 1, "\(output.reports)")
      if answer == "yes" {
        #expect(output.reports.contains("'pilot' is as it was before the deployment"))
        #expect(try await harness.record("tables/orders") == nil)
      } else {
        #expect(output.reports.contains("the rollback stopped before what cannot be taken back: tables/orders"))
        #expect(output.reports.contains("'rollback pilot --to \(serial) --acknowledge-data-loss' goes on"))
        #expect(try await harness.record("tables/orders") != nil)
        let rest = await harness.run("rollback", "pilot", "--to", "\(serial)", "--acknowledge-data-loss", "--yes") { PartStacks(delay: 1) }
        #expect(rest.status == 0, "\(rest.reports)")
        #expect(try await harness.record("tables/orders") == nil)
      }
    }
  }
}
