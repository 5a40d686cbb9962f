import Foundation
import Strata
import StrataDeployment
import StrataModel
import Testing

@testable import Strata

@Suite("doctor")
struct DoctorCommandTests {
  private func deployed() async throws -> CommandHarness {
    let harness = try CommandHarness()
    let output = await harness.run("deploy", "pilot", "--yes") { AilingStack() }
    #expect(output.status == 0, "\(output.reports)")
    return harness
  }

  /// The outcome of each check of a symptom, by the beginning of its name.
  private func outcomes(_ output: CommandHarness.Output, _ symptom: String) -> [String] {
    let symptom = output.json?["symptoms"]?.arrayValue?.first { $0["name"]?.stringValue == symptom }
    return symptom?["checks"]?.arrayValue?.compactMap { $0["outcome"]?.stringValue } ?? []
  }

  @Test("A healthy deployment has no failure, and nothing is written")
  func healthy() async throws {
    let harness = try await deployed()
    let serial = try await harness.state()?.serial
    let output = await harness.run("doctor", "pilot") { AilingStack() }
    #expect(output.status == 0, "\(output.text)")
    #expect(output.text.contains("0 failed"))
    #expect(output.text.contains("is whole: serial"))
    #expect(output.text.contains("arn:aws:sts::123456789012:assumed-role/strata/embedded"))
    #expect(try await harness.state()?.serial == serial)
    let json = await harness.run("doctor", "pilot", "--json") { AilingStack() }
    #expect(outcomes(json, "\"Access Denied\"") == ["pass", "pass", "pass", "pass"])
    // The embedded cloud confirms nothing, and says so.
    #expect(outcomes(json, "Silence") == ["skip"])
  }

  @Test("The cause of a symptom is named: no right, no rotation, no key")
  func causes() async throws {
    let harness = try await deployed()
    try await harness.change("ailing/key", ["EnableKeyRotation": false])
    try await harness.change(
      "ailing/key",
      [
        "KeyPolicy": [
          "Version": "2012-10-17",
          "Statement": [["Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"]],
        ]
      ])
    let output = await harness.run("doctor", "pilot", "--json") { AilingStack() }
    #expect(output.status == 1)
    #expect(outcomes(output, "\"Access Denied\"") == ["pass", "fail", "fail", "pass"])
    let text = await harness.run("doctor", "pilot") { AilingStack() }
    #expect(text.text.contains("the key's policy denies it to arn:aws:iam::123456789012:role/"))
    #expect(text.text.contains("help: deploy again: the policy names the role"))
    #expect(text.text.contains("rotation is disabled"))
    try await harness.delete("ailing/role")
    let gone = await harness.run("doctor", "pilot", "--json") { AilingStack() }
    #expect(outcomes(gone, "\"Access Denied\"").first == "fail")
  }

  @Test("Before the first deployment nothing is missed; what was declared later and not deployed is the cause")
  func undeployed() async throws {
    let harness = try CommandHarness()
    let before = await harness.run("doctor", "pilot", "--json") { AilingStack() }
    #expect(before.status == 0, "\(before.text)")
    #expect(Set(outcomes(before, "\"Access Denied\"")) == ["skip"])
    #expect(await harness.run("deploy", "pilot", "--yes", program: { OtherStack() }).status == 0)
    let after = await harness.run("doctor", "pilot", "--json") { AilingStack() }
    #expect(after.status == 1)
    #expect(Set(outcomes(after, "\"Access Denied\"")) == ["fail"])
  }

  @Test("Damaged state is found, and what depends on it is skipped with the reason")
  func damaged() async throws {
    let harness = try await deployed()
    let file = harness.directory.appendingPathComponent("pilot/state.json")
    var bytes = try Data(contentsOf: file)
    bytes.removeLast(bytes.count / 2)
    try bytes.write(to: file)
    let output = await harness.run("doctor", "pilot", "--json") { AilingStack() }
    #expect(output.status == 1)
    let state = output.json?["checks"]?.arrayValue?.first { $0["name"] == "state" }
    #expect(state?["outcome"] == "fail")
    #expect(state?["remedy"]?.stringValue?.contains("state repair pilot") == true)
    #expect(outcomes(output, "\"Access Denied\"").first == "skip")
    #expect(outcomes(output, "State Issues") == ["fail"])
  }

  @Test("A held lock is told with its holder, and fails nothing")
  func lock() async throws {
    let harness = try await deployed()
    let backend = LocalStateBackend(directory: harness.directory.appendingPathComponent("pilot").path, environment: "pilot")
    let lease = try await backend.lock(
      as: LockOwner(
        principal: "anna", host: ProcessInfo.processInfo.hostName, process: Int(ProcessInfo.processInfo.processIdentifier),
        command: "deploy pilot", since: 0))
    let output = await harness.run("doctor", "pilot") { AilingStack() }
    await lease.release()
    #expect(output.status == 0)
    #expect(output.text.contains("held by anna on"))
  }

  @Test("Without an environment, the machine and every program are looked at; an unknown one is refused")
  func machine() async throws {
    let harness = try CommandHarness()
    let output = await harness.run("doctor") { AilingStack() }
    #expect(output.text.contains("Swift toolchain"))
    #expect(output.text.contains("'pilot' declares 4 resources"))
    #expect(await harness.run("doctor", "pilto", program: { AilingStack() }).reports.contains("did you mean 'pilot'"))
  }

  @Test("A folder that cannot be written is told")
  func folder() throws {
    let harness = try CommandHarness()
    #expect(DoctorCommand.refusal(ofWritingTo: harness.directory.appendingPathComponent("new/.strata").path) == nil)
    let file = try harness.file("file", "")
    #expect(DoctorCommand.refusal(ofWritingTo: file + "/.strata")?.contains("is no folder") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: harness.directory.path) == ["file"])
  }
}

@Stack private final class AilingStack {
  lazy var role = IAM.Role("role", assumeRolePolicyDocument: .trust("ecs-tasks"))
  lazy var key = KMS.Key(
    "key", enableKeyRotation: true,
    keyPolicy: .policy {
      Allow("kms:*", on: "*").to(.account(AWS.accountId))
      Allow("kms:Decrypt", on: "*").to(.role(role))
    })
  lazy var topic = SNS.Topic("topic")

  var body: some Infrastructure {
    SNS.Subscription("team", protocol: "email", topicArn: topic, endpoint: "team@example.com")
    Symptom(
      "\"Access Denied\"", in: "the guide, Troubleshooting", .exists(role.arn, remedy: "make the role"),
      .key(key.arn, allows: "kms:Decrypt", to: role.arn, remedy: "deploy again: the policy names the role"),
      .keyWorks(key.arn, remedy: "turn rotation on"), .regionMatches(key.arn, remedy: "set AWS_REGION"))
    Symptom("Silence", in: "the guide, Monitoring", .topicIsHeard(topic.topicArn, remedy: "confirm the subscription"))
    Symptom("State Issues", in: "the guide, Troubleshooting", .stateIsWhole(remedy: "run 'state repair'"))
  }
}

@Stack private final class OtherStack {
  lazy var jobs = SQS.Queue("jobs")
}
