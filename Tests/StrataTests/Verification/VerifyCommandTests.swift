import Foundation
import Strata
import StrataModel
import Testing

@Suite("verify")
struct VerifyCommandTests {
  private func deployed() async throws -> CommandHarness {
    let harness = try CommandHarness()
    let output = await harness.run("deploy", "pilot", "--yes") { VerifiedStack() }
    #expect(output.status == 0, "\(output.reports)")
    return harness
  }

  @Test("A fresh deployment is proven")
  func proven() async throws {
    let harness = try await deployed()
    let output = await harness.run("verify", "pilot", "--details") { VerifiedStack() }
    #expect(output.status == 0, "\(output.text)")
    #expect(output.text.contains("Proven: nothing failed."))
    #expect(output.text.contains("all public access is blocked"))
    #expect(output.text.contains("the key is enabled and rotates"))
    #expect(output.text.contains("encrypted with arn:aws:kms:us-east-1:123456789012:key/"))
  }

  @Test("What somebody changed, opened, switched off or deleted by hand is found, each with its place, and ends with 1")
  func refuted() async throws {
    let harness = try await deployed()
    try await harness.change("verified/files", ["PublicAccessBlockConfiguration": .null])
    try await harness.change("verified/key", ["EnableKeyRotation": false])
    try await harness.change("verified/errors", ["ActionsEnabled": false])
    try await harness.delete("verified/jobs")
    let output = await harness.run("verify", "pilot", "--json") { VerifiedStack() }
    #expect(output.status == 1)
    let failed = output.json?["checks"]?.arrayValue?.filter { $0["outcome"] == "failed" }.compactMap { check in
      check["address"]?.stringValue.map { "\($0) \(check["aspect"]?.stringValue ?? "")" }
    }
    #expect(
      Set(failed ?? []).isSuperset(of: [
        "verified/files public-access", "verified/key health", "verified/errors alarm", "verified/jobs existence",
      ]), "\(failed ?? [])")
    let text = await harness.run("verify", "pilot") { VerifiedStack() }
    #expect(text.text.contains("VerifyCommandTests.swift:"))
    #expect(text.text.contains("Not proven: "))
    let junit = await harness.run("verify", "pilot", "--format", "junit") { VerifiedStack() }
    #expect(junit.text.contains("<testcase classname=\"verified/jobs\" name=\"existence\">\n      <failure"))
  }

  @Test("What is declared and was not deployed yet fails; an environment without a deployment cannot be verified")
  func undeployed() async throws {
    let harness = try await deployed()
    let more = await harness.run("verify", "pilot") {
      VerifiedStack()
      MoreStack()
    }
    #expect(more.status == 1)
    #expect(more.text.contains("it is declared and was never deployed"))
    let empty = await (try CommandHarness()).run("verify", "pilot") { VerifiedStack() }
    #expect(empty.status == 1)
    #expect(empty.reports.contains("nothing is deployed to 'pilot'"))
  }
}

@Stack private final class VerifiedStack {
  lazy var key = KMS.Key(
    "key", enableKeyRotation: true, keyPolicy: .policy { Allow("kms:*", on: "*").to(.account(AWS.accountId)) })
  lazy var alarms = SNS.Topic("alarms", kmsMasterKeyId: key)
  lazy var jobs = SQS.Queue("jobs")
  lazy var files = S3.Bucket(
    "files",
    publicAccessBlockConfiguration: .init(
      blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true))
  lazy var errors = CloudWatch.Alarm(
    "errors", alarmActions: [alarms.topicArn], comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, metricName: "Errors",
    namespace: "App", period: 60, statistic: "Sum", threshold: 1)
}

@Stack private final class MoreStack {
  lazy var more = SQS.Queue("more")
}
