import ResourceCatalog
import StrataDeployment
import StrataModel
import Testing

@testable import AWSClient
@testable import AWSProvider

@Suite("Patches for Cloud Control")
struct PatchDocumentTests {
  private func patch(
    _ type: String, shown: PropertyObject, from previous: PropertyObject, to properties: PropertyObject
  ) throws -> PropertyValue {
    let schema = try #require(ResourceCatalog.aws.type(type))
    let target = ObjectTarget(
      type: type, placement: Placement(account: "123456789012", region: "eu-central-1"), route: .cloudControl, identifier: "app")
    let request = CloudControlScript.updateRequest(target, from: previous, to: properties)
    return try JSONReader.plainValue(of: Array(PatchDocument(schema: schema, current: shown, request: request).text.utf8))
  }

  @Test("A changed property is replaced as a whole, so that no index can hit the wrong element")
  func replacement() throws {
    let before: PropertyObject = ["LogGroupName": "app", "Tags": [["Key": "a", "Value": "1"], ["Key": "b", "Value": "2"]]]
    let after: PropertyObject = ["LogGroupName": "app", "Tags": [["Key": "a", "Value": "1"], ["Key": "b", "Value": "3"]]]
    let expected: PropertyValue = [
      ["op": "replace", "path": "/Tags", "value": [["Key": "a", "Value": "1"], ["Key": "b", "Value": "3"]]]
    ]
    #expect(try patch("AWS::Logs::LogGroup", shown: before, from: before, to: after) == expected)
  }

  @Test("What a read does not show is added, and what it shows is replaced, whatever was declared before")
  func addition() throws {
    let shown: PropertyObject = ["LogGroupName": "app", "KmsKeyId": "drifted"]
    let change = try patch(
      "AWS::Logs::LogGroup", shown: shown, from: ["LogGroupName": "app"],
      to: ["LogGroupName": "app", "KmsKeyId": "key", "RetentionInDays": 7])
    let expected: PropertyValue = [
      ["op": "replace", "path": "/KmsKeyId", "value": "key"], ["op": "add", "path": "/RetentionInDays", "value": 7],
    ]
    #expect(change == expected)
  }

  @Test("What is no longer declared is removed, if it is there")
  func removal() throws {
    let before: PropertyObject = ["LogGroupName": "app", "RetentionInDays": 7]
    let expected: PropertyValue = [["op": "remove", "path": "/RetentionInDays"]]
    #expect(try patch("AWS::Logs::LogGroup", shown: before, from: before, to: ["LogGroupName": "app"]) == expected)
    #expect(
      try patch("AWS::Logs::LogGroup", shown: before, from: before, to: ["LogGroupName": "app", "RetentionInDays": .null]) == expected)
    #expect(try patch("AWS::Logs::LogGroup", shown: ["LogGroupName": "app"], from: before, to: ["LogGroupName": "app"]) == [])
  }

  @Test("Tags that others put there stay, those that are no longer declared go")
  func foreignTags() throws {
    let before: PropertyObject = ["LogGroupName": "app", "Tags": [["Key": "a", "Value": "1"], ["Key": "b", "Value": "2"]]]
    let cost: PropertyValue = ["Key": "aws:cloudformation:stack-name", "Value": "x"]
    let team: PropertyValue = ["Key": "team", "Value": "theirs"]
    let shown: PropertyObject = [
      "LogGroupName": "app", "Tags": [cost, ["Key": "b", "Value": "2"], team, ["Key": "a", "Value": "1"]],
    ]
    let fewer = try patch(
      "AWS::Logs::LogGroup", shown: shown, from: before, to: ["LogGroupName": "app", "Tags": [["Key": "a", "Value": "3"]]])
    #expect(fewer == [["op": "replace", "path": "/Tags", "value": [["Key": "a", "Value": "3"], cost, team]]])
    let none = try patch("AWS::Logs::LogGroup", shown: shown, from: before, to: ["LogGroupName": "app"])
    #expect(none == [["op": "replace", "path": "/Tags", "value": [cost, team]]])
    // A tag that is declared from now on is ours, whoever made it.
    let taken = try patch(
      "AWS::Logs::LogGroup", shown: shown, from: before, to: ["LogGroupName": "app", "Tags": [["Key": "team", "Value": "ours"]]])
    #expect(taken == [["op": "replace", "path": "/Tags", "value": [["Key": "team", "Value": "ours"], cost]]])
  }

  @Test("Tags that others put there stay in a map, too")
  func foreignTagMap() throws {
    let shown: PropertyObject = ["Name": "/app/size", "Tags": ["a": "1", "team": "theirs"]]
    let change = try patch(
      "AWS::SSM::Parameter", shown: shown, from: ["Name": "/app/size", "Tags": ["a": "1"]],
      to: ["Name": "/app/size", "Tags": ["a": "2"]])
    #expect(change == [["op": "replace", "path": "/Tags", "value": ["a": "2", "team": "theirs"]]])
  }

  @Test("Write-only properties stand in every patch: a handler does not see them otherwise")
  func writeOnly() throws {
    let before: PropertyObject = ["Name": "db", "SecretString": "hidden", "Description": "old"]
    let after: PropertyObject = ["Name": "db", "SecretString": "hidden", "Description": "new"]
    let expected: PropertyValue = [
      ["op": "replace", "path": "/Description", "value": "new"], ["op": "add", "path": "/SecretString", "value": "hidden"],
    ]
    #expect(try patch("AWS::SecretsManager::Secret", shown: ["Name": "db", "Description": "old"], from: before, to: after) == expected)
  }

  @Test("Nulls are never sent, at no depth")
  func nulls() throws {
    let after: PropertyObject = ["LogGroupName": "app", "Tags": [["Key": "a", "Value": .null], .null]]
    let expected: PropertyValue = [["op": "add", "path": "/Tags", "value": [["Key": "a"]]]]
    #expect(try patch("AWS::Logs::LogGroup", shown: ["LogGroupName": "app"], from: ["LogGroupName": "app"], to: after) == expected)
  }

  @Test("Names that cannot change and attributes that AWS sets are left out")
  func fixedProperties() throws {
    let shown: PropertyObject = ["LogGroupName": "app", "Arn": "arn"]
    #expect(try patch("AWS::Logs::LogGroup", shown: shown, from: shown, to: ["LogGroupName": "app"]) == [])
  }

  @Test("An update sends the patch with the client's token, and one without changes sends nothing")
  func update() async throws {
    let cloud = CloudControlScript("AWS::Logs::LogGroup")
    cloud.show("app", ["LogGroupName": "app"])
    cloud.answer("UpdateResource", CloudControlScript.event("IN_PROGRESS"))
    #expect(try await cloud.update(from: [:], to: ["RetentionInDays": 7]).pending?.waitToken == "request-1")
    let input: AWSValue = [
      "TypeName": "AWS::Logs::LogGroup", "Identifier": "app", "ClientToken": "token-2",
      "PatchDocument": #"[{"op":"add","path":"/RetentionInDays","value":7}]"#,
    ]
    #expect(cloud.services.takeSent().last == SentCall("cloudcontrol:UpdateResource", input))
    #expect(try await cloud.update(from: [:], to: [:]).object?.properties == ["LogGroupName": "app"])
    #expect(cloud.services.takeSent().map(\.operation) == ["cloudcontrol:GetResource"])
  }
}
