import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Log groups")
struct LogGroupHandlerTests {
  private let group = ResourceFixture("AWS::Logs::LogGroup")
  private let arn: AWSValue = "arn:aws:logs:eu-central-1:123456789012:log-group:app"

  @Test("A group is created with its tags as a map; retention is a call of its own")
  func create() async throws {
    let object = try await group.create([
      "LogGroupName": "app", "KmsKeyId": "key", "RetentionInDays": 7, "Tags": [["Key": "team", "Value": "core"]],
    ]).object
    group.expectCalls(
      SentCall("logs:CreateLogGroup", ["logGroupName": "app", "kmsKeyId": "key", "tags": ["team": "core"]]),
      SentCall("logs:PutRetentionPolicy", ["logGroupName": "app", "retentionInDays": 7]))
    #expect(object?.properties == ["Arn": "arn:aws:logs:eu-central-1:123456789012:log-group:app:*"])
  }

  @Test("Without retention there is one call")
  func createForever() async throws {
    try await group.create(["LogGroupName": "app"])
    group.expectCalls(SentCall("logs:CreateLogGroup", ["logGroupName": "app"]))
  }

  @Test("Retention and key are set, and taken away again")
  func update() async throws {
    try await group.update("app", from: ["RetentionInDays": 7], to: ["RetentionInDays": 30, "KmsKeyId": "key"])
    group.expectChanges(
      SentCall("logs:PutRetentionPolicy", ["logGroupName": "app", "retentionInDays": 30]),
      SentCall("logs:AssociateKmsKey", ["logGroupName": "app", "kmsKeyId": "key"]))
    try await group.update("app", from: ["RetentionInDays": 30, "KmsKeyId": "key"], to: [:])
    group.expectChanges(
      SentCall("logs:DeleteRetentionPolicy", ["logGroupName": "app"]), SentCall("logs:DisassociateKmsKey", ["logGroupName": "app"]))
  }

  @Test("Tags belong to the ARN without the part for streams; only those that differ are sent")
  func tags() async throws {
    try await group.update(
      "app", from: ["Tags": [["Key": "old", "Value": "1"], ["Key": "kept", "Value": "2"]]],
      to: ["Tags": [["Key": "kept", "Value": "2"], ["Key": "new", "Value": "3"]]])
    group.expectChanges(
      SentCall("logs:UntagResource", ["resourceArn": arn, "tagKeys": ["old"]]),
      SentCall("logs:TagResource", ["resourceArn": arn, "tags": ["new": "3"]]))
  }

  @Test("A prefix of the name finds other groups, too; only the one of the name is read")
  func read() async throws {
    group.answer("logs:DescribeLogGroups", ["logGroups": [["logGroupName": "app-2"], ["logGroupName": "app", "retentionInDays": 7]]])
    group.answer("logs:ListTagsForResource", ["tags": ["team": "core"]])
    let document = try await group.read("app")
    #expect(document["LogGroupName"] == "app")
    #expect(document["RetentionInDays"] == 7)
    #expect(document["Tags"] == [["Key": "team", "Value": "core"]])
    group.expectCalls(
      SentCall("logs:DescribeLogGroups", ["logGroupNamePrefix": "app"]), SentCall("logs:ListTagsForResource", ["resourceArn": arn]))
  }

  @Test("A group is deleted by its name")
  func delete() async throws {
    #expect(try await group.delete("app") == .gone)
    group.expectCalls(SentCall("logs:DeleteLogGroup", ["logGroupName": "app"]))
  }
}
