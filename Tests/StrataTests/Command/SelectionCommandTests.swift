import Foundation
import Strata
import StrataModel
import Testing

@Suite("Selections, replacements and safeguards from the command line")
struct SelectionCommandTests {
  private func deployed(hasTable: Bool = false) async throws -> CommandHarness {
    let harness = try CommandHarness()
    let output = await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1, hasTable: hasTable) }
    #expect(output.status == 0, "\(output.reports)")
    return harness
  }

  @Test("--only changes what it names, says what is left, and a deployment of everything does the rest")
  func only() async throws {
    let harness = try await deployed()
    let part = await harness.run("deploy", "pilot", "--only", "queues", "--yes") { PartStacks(delay: 2, label: "Other") }
    #expect(part.status == 0, "\(part.reports)")
    #expect(part.text.contains("Selected: only queues\n"))
    #expect(part.text.contains("Left: 1 to update: topics/alarms. 'deploy pilot' without a selection does the rest."))
    #expect(try await harness.properties("queues/jobs")?["DelaySeconds"] == 2)
    #expect(try await harness.properties("topics/alarms")?["DisplayName"] == "Alarms")
    let rest = await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 2, label: "Other") }
    #expect(rest.text.contains("1 to update"))
    let plan = await harness.run("plan", "pilot", "--detailed-exitcode") { PartStacks(delay: 2, label: "Other") }
    #expect(plan.status == 0, "\(plan.text)")
  }

  @Test("A first deployment of a part makes what it refers to, and outputs only of what is there")
  func first() async throws {
    let harness = try CommandHarness()
    let part = await harness.run("deploy", "pilot", "--only=topics/mail", "--yes") { PartStacks(delay: 1) }
    #expect(part.status == 0, "\(part.reports)")
    #expect(part.text.contains("  with topics/alarms, because topics/mail refers to it\n"))
    #expect(try await harness.state()?.outputs.isEmpty == true)
    #expect(Set(try await harness.state()?.currentRecords.keys.map(\.path) ?? []) == ["topics/alarms", "topics/mail"])
    let json = await harness.run("deploy", "pilot", "--except", "queues/j*", "--json", "--yes") { PartStacks(delay: 1, hasTable: true) }
    #expect(json.status == 0)
    #expect(json.json?["leftOut"]?.arrayValue?.contains("queues/jobs") == true)
    #expect(Set(try await harness.state()?.currentRecords.keys.map(\.path) ?? []) == ["tables/orders", "topics/alarms", "topics/mail"])
  }

  @Test("An unknown address is refused with the nearest one, and an empty pattern is wrong usage")
  func unknown() async throws {
    let harness = try await deployed()
    for command in ["plan", "deploy", "destroy"] {
      let output = await harness.run(command, "pilot", "--only", "queues/job", "--yes") { PartStacks(delay: 2) }
      #expect(output.status == 1)
      #expect(output.reports.contains("did you mean 'queues/jobs'?"))
    }
    #expect(await harness.run("plan", "pilot", "--only", ",", program: { PartStacks(delay: 2) }).status == 64)
    #expect(await harness.run("deploy", "pilot", "--parallelism", "0", program: { PartStacks(delay: 2) }).status == 64)
    #expect(await harness.run("deploy", "pilot", "--parallelism", "1", "--yes", program: { PartStacks(delay: 2) }).status == 0)
  }

  @Test("A saved plan of a part is applied as it was saved")
  func planFile() async throws {
    let harness = try await deployed()
    let file = harness.directory.appendingPathComponent("part.plan").path
    let plan = await harness.run("plan", "pilot", "--only", "topics/*", "--out", file) { PartStacks(delay: 2, label: "Other") }
    #expect(plan.status == 0, "\(plan.reports)")
    let apply = await harness.run("apply", file) { PartStacks(delay: 3, label: "Third") }
    #expect(apply.status == 0, "\(apply.reports)")
    #expect(apply.text.contains("Left: 1 to update: queues/jobs."))
    #expect(try await harness.properties("topics/alarms")?["DisplayName"] == "Other")
    #expect(try await harness.properties("queues/jobs")?["DelaySeconds"] == 1)
  }

  @Test("A part is destroyed with what uses it, and the rest stays")
  func destroy() async throws {
    let harness = try await deployed()
    let output = await harness.run("destroy", "pilot", "--only", "topics/alarms", "--yes") { PartStacks(delay: 1) }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.text.contains("with topics/mail, because topics/alarms is used by it"))
    #expect(try await harness.state()?.records.values.map(\.address.path) == ["queues/jobs"])
    #expect(try await harness.state()?.outputs.count == 1)
    #expect(await harness.run("deploy", "pilot", "--yes", program: { PartStacks(delay: 1) }).status == 0)
  }

  @Test("--replace makes an object anew with what must follow")
  func replace() async throws {
    let harness = try await deployed()
    let before = try await harness.record("topics/alarms")?.identifier
    let output = await harness.run("deploy", "pilot", "--replace", "topics/alarms", "--yes") { PartStacks(delay: 1) }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.text.contains("replaced because --replace asks for it"))
    #expect(output.text.contains("2 to replace"))
    let after = try await harness.record("topics/alarms")?.identifier
    #expect(after != nil && after != before)
    let unknown = await harness.run("plan", "pilot", "--replace", "topics/alarm") { PartStacks(delay: 1) }
    #expect(unknown.status == 1)
    #expect(unknown.reports.contains("did you mean 'topics/alarms'?"))
  }

  @Test("Data is lost only with a word that covers it: for everything, or by address")
  func acknowledgement() async throws {
    let harness = try await deployed(hasTable: true)
    let refused = await harness.run("deploy", "pilot", "--yes") { PartStacks(delay: 1) }
    #expect(refused.status == 1)
    #expect(refused.reports.contains("--acknowledge-data-loss=tables/orders this one"))
    let other = await harness.run("deploy", "pilot", "--yes", "--acknowledge-data-loss=topics/alarms,queues/jobs") { PartStacks(delay: 1) }
    #expect(other.status == 1)
    let given = await harness.run("deploy", "pilot", "--yes", "--acknowledge-data-loss=topics/alarms,tables/orders") {
      PartStacks(delay: 1)
    }
    #expect(given.status == 0, "\(given.reports)")
    #expect(try await harness.record("tables/orders") == nil)
  }

  @Test("A program that lost all its resources does not take the environment along without a word")
  func massDelete() async throws {
    let harness = try await deployed()
    let refused = await harness.run("deploy", "pilot", "--yes") { PartNothing() }
    #expect(refused.status == 1)
    #expect(refused.reports.contains("the program declares nothing: 3 of 3 resources would be deleted"))
    #expect(refused.reports.contains("use 'destroy', or add --allow-mass-delete if that is meant"))
    #expect(try await harness.state()?.records.count == 3)
    let allowed = await harness.run("deploy", "pilot", "--yes", "--allow-mass-delete", "--acknowledge-data-loss") { PartNothing() }
    #expect(allowed.status == 0, "\(allowed.reports)")
    #expect(try await harness.state()?.records.isEmpty == true)
  }
}

@Stack("nothing") private final class PartNothing {
  let names: [String] = []

  var body: some Infrastructure {
    for name in names { SQS.Queue(name) }
  }
}
