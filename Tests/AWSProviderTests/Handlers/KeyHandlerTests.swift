import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("KMS keys and aliases")
struct KeyHandlerTests {
  private let key = ResourceFixture("AWS::KMS::Key")
  private let alias = ResourceFixture("AWS::KMS::Alias")

  @Test("A key is created with its policy as text and KMS's form of tags; rotation and the disabled state follow")
  func create() async throws {
    key.answer("kms:CreateKey", ["KeyMetadata": ["KeyId": "k-1", "Arn": "arn"]])
    try await key.create([
      "Description": "app", "KeyPolicy": ["Version": "2012-10-17", "Statement": []], "EnableKeyRotation": true,
      "RotationPeriodInDays": 180, "Enabled": false, "Tags": [["Key": "team", "Value": "core"]],
    ])
    key.expectCalls(
      SentCall(
        "kms:CreateKey",
        [
          "Description": "app", "Policy": #"{"Statement":[],"Version":"2012-10-17"}"#,
          "Tags": [["TagKey": "team", "TagValue": "core"]],
        ]),
      SentCall("kms:EnableKeyRotation", ["KeyId": "k-1", "RotationPeriodInDays": 180]), SentCall("kms:DisableKey", ["KeyId": "k-1"]))
  }

  @Test("Each property has its own operation; one that is no longer declared goes back to what KMS gives")
  func update() async throws {
    try await key.update("k-1", from: [:], to: ["Description": "new"])
    key.expectChanges(SentCall("kms:UpdateKeyDescription", ["KeyId": "k-1", "Description": "new"]))
    try await key.update("k-1", from: ["Description": "old", "EnableKeyRotation": true], to: [:])
    key.expectChanges(
      SentCall("kms:UpdateKeyDescription", ["KeyId": "k-1", "Description": ""]), SentCall("kms:DisableKeyRotation", ["KeyId": "k-1"]))
    try await key.update("k-1", from: [:], to: ["KeyPolicy": ["Statement": []]])
    key.expectChanges(SentCall("kms:PutKeyPolicy", ["KeyId": "k-1", "PolicyName": "default", "Policy": #"{"Statement":[]}"#]))
    try await key.update(
      "k-1", from: ["Tags": [["Key": "a", "Value": "1"], ["Key": "b", "Value": "2"]]], to: ["Tags": [["Key": "b", "Value": "3"]]])
    key.expectChanges(
      SentCall("kms:UntagResource", ["KeyId": "k-1", "TagKeys": ["a"]]),
      SentCall("kms:TagResource", ["KeyId": "k-1", "Tags": [["TagKey": "b", "TagValue": "3"]]]))
  }

  @Test("Rotation changes only while the key is enabled: it is enabled before, and disabled after")
  func rotationNeedsAnEnabledKey() async throws {
    try await key.update("k-1", from: ["Enabled": false], to: ["EnableKeyRotation": true])
    key.expectChanges(SentCall("kms:EnableKey", ["KeyId": "k-1"]), SentCall("kms:EnableKeyRotation", ["KeyId": "k-1"]))
    try await key.update("k-1", from: ["EnableKeyRotation": true], to: ["Enabled": false])
    key.expectChanges(SentCall("kms:DisableKeyRotation", ["KeyId": "k-1"]), SentCall("kms:DisableKey", ["KeyId": "k-1"]))
  }

  @Test("A deletion is scheduled, 30 days ahead unless the declaration says so")
  func delete() async throws {
    try await key.delete("k-1")
    key.expectCalls(SentCall("kms:ScheduleKeyDeletion", ["KeyId": "k-1", "PendingWindowInDays": 30]))
    try await key.delete("k-1", ["PendingWindowInDays": 7])
    key.expectCalls(SentCall("kms:ScheduleKeyDeletion", ["KeyId": "k-1", "PendingWindowInDays": 7]))
  }

  @Test("A read shows policy, rotation and tags; a key that waits for its deletion is gone")
  func read() async throws {
    let metadata: AWSValue = [
      "KeyId": "k-1", "Arn": "arn", "KeyState": "Enabled", "KeySpec": "SYMMETRIC_DEFAULT", "Origin": "AWS_KMS", "Description": "app",
    ]
    key.answer("kms:DescribeKey", ["KeyMetadata": metadata], ["KeyMetadata": ["KeyId": "k-1", "KeyState": "PendingDeletion"]])
    key.answer("kms:GetKeyPolicy", ["Policy": #"{"Version":"2012-10-17"}"#])
    key.answer("kms:GetKeyRotationStatus", ["KeyRotationEnabled": true, "RotationPeriodInDays": 365])
    key.answer("kms:ListResourceTags", ["Tags": [["TagKey": "team", "TagValue": "core"]], "Truncated": false])
    let document = try await key.read("k-1")
    #expect(document["KeyPolicy"] == ["Version": "2012-10-17"])
    #expect(document["EnableKeyRotation"] == true)
    #expect(document["RotationPeriodInDays"] == 365)
    #expect(document["Enabled"] == true)
    #expect(document["Description"] == "app")
    #expect(document["Tags"] == [["Key": "team", "Value": "core"]])
    #expect(await failure { () throws(ProviderError) in try await key.read("k-1") }?.code == .notFound)
  }

  @Test("An alias is created, pointed elsewhere and deleted by its name")
  func aliasLife() async throws {
    let properties: PropertyObject = ["AliasName": "alias/app", "TargetKeyId": "k-1"]
    try await alias.create(properties)
    alias.expectCalls(SentCall("kms:CreateAlias", ["AliasName": "alias/app", "TargetKeyId": "k-1"]))
    try await alias.update("alias/app", from: properties, to: ["AliasName": "alias/app", "TargetKeyId": "k-2"])
    alias.expectChanges(SentCall("kms:UpdateAlias", ["AliasName": "alias/app", "TargetKeyId": "k-2"]))
    #expect(try await alias.delete("alias/app") == .gone)
    alias.expectCalls(SentCall("kms:DeleteAlias", ["AliasName": "alias/app"]))
  }

  @Test("An alias is read from the list of all, page by page")
  func aliasRead() async throws {
    alias.answer(
      "kms:ListAliases", ["Aliases": [["AliasName": "alias/other"]], "Truncated": true, "NextMarker": "m"],
      ["Aliases": [["AliasName": "alias/app", "TargetKeyId": "k-1"]], "Truncated": false])
    #expect(try await alias.read("alias/app") == ["AliasName": "alias/app", "TargetKeyId": "k-1"])
    alias.expectCalls(SentCall("kms:ListAliases"), SentCall("kms:ListAliases", ["Marker": "m"]))
    #expect(await failure { () throws(ProviderError) in try await alias.read("alias/none") }?.code == .notFound)
  }
}
