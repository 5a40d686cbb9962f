import Foundation
import Strata
import StrataModel
import Testing

@Suite("drift, refresh and --refresh")
struct DriftCommandTests {
  /// A deployed environment.
  private func deployed() async throws -> CommandHarness {
    let harness = try CommandHarness()
    let output = await harness.run("deploy", "pilot", "--yes") { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    return harness
  }

  @Test("Without a foreign change there is no drift, and a refreshing plan is empty")
  func none() async throws {
    let harness = try await deployed()
    let drift = await harness.run("drift", "pilot") { DriftStack(delay: 30) }
    #expect(drift.status == 0)
    #expect(drift.text.contains("No drift. 4 resources as they were left."))
    let plan = await harness.run("plan", "pilot", "--refresh", "--detailed-exitcode") { DriftStack(delay: 30) }
    #expect(plan.status == 0)
    #expect(plan.text.contains("No changes."))
  }

  @Test("A foreign change is told with found, expected and place; a refreshing deployment puts it back")
  func repair() async throws {
    let harness = try await deployed()
    try await harness.change("app/jobs", ["DelaySeconds": 99])
    let serial = try await harness.state()?.serial
    let drift = await harness.run("drift", "pilot") { DriftStack(delay: 30) }
    #expect(drift.status == 2)
    #expect(drift.text.contains("~ app/jobs  AWS::SQS::Queue  DriftStack.swift:"))
    #expect(drift.text.contains("DelaySeconds\n        found: 99\n        expected: 30\n"))
    #expect(drift.text.contains("Drift: 1 changed, 3 as they were left."))

    let blind = await harness.run("plan", "pilot", "--detailed-exitcode") { DriftStack(delay: 30) }
    #expect(blind.status == 0)
    let plan = await harness.run("plan", "pilot", "--refresh", "--detailed-exitcode") { DriftStack(delay: 30) }
    #expect(plan.status == 2)
    #expect(plan.text.contains("DelaySeconds was changed outside of this program"))
    // Neither has written anything.
    #expect(try await harness.state()?.serial == serial)

    let deploy = await harness.run("deploy", "pilot", "--refresh", "--yes") { DriftStack(delay: 30) }
    #expect(deploy.status == 0, "\(deploy.reports)")
    #expect(try await harness.properties("app/jobs")?["DelaySeconds"] == 30)
    #expect(await harness.run("drift", "pilot", program: { DriftStack(delay: 30) }).status == 0)
  }

  @Test("An attribute that changed reaches its consumers with a refreshing plan, and with a saved one")
  func attribute() async throws {
    let harness = try CommandHarness()
    #expect(await harness.run("deploy", "pilot", "--yes", program: { AttributeStack() }).status == 0)
    try await harness.change("net/vpc", ["DefaultSecurityGroup": "sg-0123456789abcdef0"])
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { AttributeStack() }).status == 0)
    let file = harness.directory.appendingPathComponent("refreshed.plan").path
    let plan = await harness.run("plan", "pilot", "--refresh", "--out", file, program: { AttributeStack() })
    #expect(plan.text.contains("net/vpc  shows another DefaultSecurityGroup than recorded"))
    #expect(plan.text.contains("1 to update"))
    let apply = await harness.run("apply", file, "--yes", program: { AttributeStack() })
    #expect(apply.status == 0, "\(apply.reports)")
    #expect(try await harness.properties("net/group")?["Value"] == "sg-0123456789abcdef0")
    #expect(try await harness.record("net/vpc")?.attributes["DefaultSecurityGroup"] == "sg-0123456789abcdef0")
    #expect(await harness.run("plan", "pilot", "--refresh", "--detailed-exitcode", program: { AttributeStack() }).status == 0)
  }

  @Test("A deployment that would overwrite a foreign change stops at that resource and does the rest")
  func surprise() async throws {
    let harness = try await deployed()
    try await harness.change("app/jobs", ["VisibilityTimeout": 77])
    let deploy = await harness.run("deploy", "pilot", "--yes") { DriftStack(delay: 31) }
    #expect(deploy.status == 1)
    #expect(deploy.reports.contains("VisibilityTimeout was changed outside of this program: it is 77, and 60 was left there."))
    #expect(deploy.reports.contains("'drift --accept' takes what stands there"))
    #expect(try await harness.properties("app/jobs")?["DelaySeconds"] == 30)
  }

  @Test("AWS's own and foreign keys are no drift, a removed key of ours is")
  func keys() async throws {
    let harness = try await deployed()
    try await harness.change(
      "app/jobs", ["MaximumMessageSize": 4096, "Tags": [["Key": "Team", "Value": "web"], ["Key": "x", "Value": "y"]]])
    #expect(await harness.run("drift", "pilot", program: { DriftStack(delay: 30) }).status == 0)
    let details = await harness.run("drift", "pilot", "--details") { DriftStack(delay: 30) }
    #expect(details.text.contains("not said by the program:"))
    #expect(details.text.contains("MaximumMessageSize"))
    try await harness.change("app/jobs", ["Tags": [["Key": "x", "Value": "y"]]])
    let drift = await harness.run("drift", "pilot", "--json") { DriftStack(delay: 30) }
    #expect(drift.status == 2)
    let change = drift.json?["resources"]?.arrayValue?.first?["changes"]?.arrayValue?.first
    #expect(change == ["expected": "web", "found": .null, "path": "Tags.Team"])
  }

  @Test("An object that is gone is told, and a refreshing deployment makes it again for its consumers")
  func gone() async throws {
    let harness = try await deployed()
    let old = try await harness.record("app/alarms")?.identifier
    try await harness.delete("app/alarms")
    let drift = await harness.run("drift", "pilot") { DriftStack(delay: 30) }
    #expect(drift.status == 2)
    #expect(drift.text.contains("- app/alarms"))
    #expect(drift.text.contains("no longer exists"))
    let plan = await harness.run("plan", "pilot", "--refresh") { DriftStack(delay: 30) }
    #expect(plan.text.contains("no longer exists"))
    let deploy = await harness.run("deploy", "pilot", "--refresh", "--yes") { DriftStack(delay: 30) }
    #expect(deploy.status == 0, "\(deploy.reports)")
    #expect(try await harness.record("app/alarms")?.identifier != nil)
    #expect(try await harness.state()?.records.values.contains { $0.identifier == old && $0.address != "app/alarms" } == false)
    #expect(await harness.run("drift", "pilot", program: { DriftStack(delay: 30) }).status == 0)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { DriftStack(delay: 30) }).status == 0)
  }

  @Test("Accepted drift is recorded, the change to the program is written, and the old program plans it back")
  func accept() async throws {
    let harness = try await deployed()
    try await harness.change("app/jobs", ["DelaySeconds": 99])
    let accept = await harness.run("drift", "pilot", "--accept") { DriftStack(delay: 30) }
    #expect(accept.status == 0)
    #expect(accept.text.contains("Accepted the drift of 1 resource."))
    #expect(accept.text.contains("DriftStack.swift:"))
    #expect(accept.text.contains("- delaySeconds: 30"))
    #expect(accept.text.contains("+ delaySeconds: 99"))
    #expect(await harness.run("drift", "pilot", program: { DriftStack(delay: 30) }).status == 0)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { DriftStack(delay: 99) }).status == 0)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { DriftStack(delay: 30) }).status == 2)
    #expect(await harness.run("deploy", "pilot", "--yes", program: { DriftStack(delay: 30) }).status == 0)
    #expect(try await harness.properties("app/jobs")?["DelaySeconds"] == 30)
  }

  @Test("Drift of one resource can be accepted by itself; an address without drift is refused")
  func acceptOne() async throws {
    let harness = try await deployed()
    try await harness.change("app/jobs", ["DelaySeconds": 99])
    try await harness.change("app/table", ["BillingMode": "PROVISIONED"])
    let refused = await harness.run("drift", "pilot", "--accept", "--only", "app/alarms") { DriftStack(delay: 30) }
    #expect(refused.status == 1)
    #expect(refused.reports.contains("'app/alarms' has no drift to accept"))
    #expect(await harness.run("drift", "pilot", "--accept", "--only", "app/jobs", program: { DriftStack(delay: 30) }).status == 0)
    let rest = await harness.run("drift", "pilot", "--json") { DriftStack(delay: 30) }
    #expect(rest.json?["resources"]?.arrayValue?.compactMap { $0["changes"] == [] ? nil : $0["address"] } == ["app/table"])
  }

  @Test("refresh records nothing of a foreign change, tells of it, and changes no plan")
  func refresh() async throws {
    let harness = try await deployed()
    try await harness.change("app/jobs", ["DelaySeconds": 99])
    let refresh = await harness.run("refresh", "pilot") { DriftStack(delay: 30) }
    #expect(refresh.status == 0)
    #expect(refresh.text.contains("1 resource changed outside of the program"))
    #expect(await harness.run("drift", "pilot", program: { DriftStack(delay: 30) }).status == 2)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { DriftStack(delay: 30) }).status == 0)
  }

  @Test("A changed tag in list form reaches the object")
  func tags() async throws {
    let harness = try await deployed()
    #expect(await harness.run("deploy", "pilot", "--yes", program: { DriftStack(delay: 30, team: "core") }).status == 0)
    let tags = try await harness.properties("app/jobs")?["Tags"]?.arrayValue ?? []
    #expect(tags.contains(["Key": "Team", "Value": "core"]))
    #expect(tags.contains { $0["Key"] == "strata:address" })
  }
}
