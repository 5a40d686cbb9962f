import Foundation
import Strata
import StrataModel
import Testing

/// A program whose values come from outside.
@Stack("app") final class LookupStack {
  let parameter: String

  lazy var topic = SNS.Topic("topic", displayName: Lookup.parameter(parameter))
  lazy var host = EC2.Instance("host", imageId: Lookup.latestImage())
  lazy var policy = SNS.TopicPolicy(
    "policy",
    policyDocument: .policy { Allow("sns:Publish", on: topic.topicArn).to(.role(Lookup.resource(IAM.Role.self, "publisher"))) },
    topics: [topic.topicArn])
}

@Suite("Lookups, from the program to the state")
struct LookupCommandTests {
  private func harness() async throws -> CommandHarness {
    let harness = try CommandHarness()
    _ = try await harness.make("AWS::SSM::Parameter", ["Name": "/label", "Type": "String", "Value": "one"])
    _ = try await harness.make(
      "AWS::IAM::Role",
      [
        "RoleName": "publisher",
        "AssumeRolePolicyDocument": [
          "Version": "2012-10-17",
          "Statement": [["Effect": "Allow", "Principal": ["Service": "lambda.amazonaws.com"], "Action": "sts:AssumeRole"]],
        ],
      ])
    return harness
  }

  @Test("Answers are read once, shown, pinned, and used without reading until they are refreshed")
  func pinned() async throws {
    let harness = try await harness()
    let deploy = await harness.run("deploy", "pilot", "--yes") { LookupStack(parameter: "/label") }
    #expect(deploy.status == 0, "\(deploy.reports)")
    #expect(deploy.text.contains("? parameter /label in 123456789012/us-east-1  one\n"))
    #expect(try await harness.properties("app/topic")?["DisplayName"] == "one")
    let image = try #require(try await harness.properties("app/host")?["ImageId"]?.stringValue)
    #expect(image.wholeMatch(of: /ami-[0-9a-f]{17}/) != nil)

    try harness.change("AWS::SSM::Parameter", "/label", ["Value": "two"])
    let quiet = await harness.run("plan", "pilot", "--detailed-exitcode") { LookupStack(parameter: "/label") }
    #expect(quiet.status == 0, "\(quiet.text)")
    let list = await harness.run("state", "list", "pilot") { LookupStack(parameter: "/label") }
    #expect(list.text.contains("parameter /label in 123456789012/us-east-1  one\n"))
    #expect(list.text.contains("3 pinned lookups"))

    let refreshed = await harness.run("plan", "pilot", "--refresh-lookups", "--detailed-exitcode") { LookupStack(parameter: "/label") }
    #expect(refreshed.status == 2)
    #expect(refreshed.text.contains("? parameter /label in 123456789012/us-east-1  one -> two\n"))
    #expect(refreshed.text.contains("the lookup of parameter /label in 123456789012/us-east-1 changed: one -> two"))
    let again = await harness.run("deploy", "pilot", "--yes", "--refresh-lookups") { LookupStack(parameter: "/label") }
    #expect(again.status == 0, "\(again.reports)")
    #expect(try await harness.state()?.lookups["parameter /label in 123456789012/us-east-1"] == "two")
    #expect(
      await harness.run("plan", "pilot", "--refresh", "--detailed-exitcode", program: { LookupStack(parameter: "/label") }).status == 0)
    let destroy = await harness.run("destroy", "pilot", "--yes", "--allow-mass-delete") { LookupStack(parameter: "/label") }
    #expect(destroy.status == 0, "\(destroy.reports)")
    #expect(try await harness.state()?.lookups == [:])
  }

  @Test("A lookup that finds nothing is an error at its line, and nothing is made")
  func nothing() async throws {
    let harness = try await harness()
    let output = await harness.run("deploy", "pilot", "--yes") { LookupStack(parameter: "/other") }
    #expect(output.status == 1)
    #expect(output.reports.contains("the lookup of parameter /other in 123456789012/us-east-1 has no answer"))
    #expect(output.reports.contains("LookupCommandTests.swift:10"))
    #expect(try await harness.state()?.records.isEmpty ?? true)
  }

  @Test("A saved plan applies the answers that it was made with")
  func saved() async throws {
    let harness = try await harness()
    let file = harness.directory.appendingPathComponent("plan").path
    #expect(await harness.run("plan", "pilot", "--out", file, program: { LookupStack(parameter: "/label") }).status == 0)
    try harness.change("AWS::SSM::Parameter", "/label", ["Value": "two"])
    let apply = await harness.run("apply", file, "--yes") { LookupStack(parameter: "/label") }
    #expect(apply.status == 0, "\(apply.reports)")
    #expect(try await harness.properties("app/topic")?["DisplayName"] == "one")
  }

  @Test("What reading needs is among the permissions, also before anything was read")
  func permissions() async throws {
    let harness = try CommandHarness()
    let output = await harness.run("permissions", "pilot") { LookupStack(parameter: "/label") }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.text.contains("ssm:GetParameter"))
    #expect(output.text.contains("iam:GetRole"))
  }
}
