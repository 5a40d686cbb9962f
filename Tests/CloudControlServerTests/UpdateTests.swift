import StrataModel
import Testing

@Suite("Updates by patch")
struct UpdateTests {
  private let cloud = CloudControlFixture()
  private let type = "AWS::Logs::LogGroup"

  init() async {
    await cloud.create(
      type, ["LogGroupName": "app", "RetentionInDays": 7, "Tags": [["Key": "a", "Value": "1"], ["Key": "b", "Value": "2"]]])
  }

  private func after(_ patch: PropertyValue) async -> PropertyObject {
    let answer = await cloud.update(type, "app", patch)
    let end = await cloud.status(answer.token)
    #expect(end.statusText == "SUCCESS", "\(answer.message) \(end.event)")
    return await cloud.properties(type, "app")
  }

  @Test("Properties are replaced, added and removed")
  func changes() async {
    #expect(await after([["op": "replace", "path": "/RetentionInDays", "value": 30]])["RetentionInDays"] == 30)
    #expect(await after([["op": "add", "path": "/LogGroupClass", "value": "STANDARD"]])["LogGroupClass"] == "STANDARD")
    #expect(await after([["op": "remove", "path": "/RetentionInDays"]])["RetentionInDays"] == nil)
  }

  @Test("A path may begin without its slash, as in the user guide's first edition")
  func slashless() async {
    #expect(await after([["op": "replace", "path": "RetentionInDays", "value": 90]])["RetentionInDays"] == 90)
  }

  @Test("What is not changed stays, tags of others among it")
  func rest() async {
    let properties = await after([["op": "replace", "path": "/RetentionInDays", "value": 30]])
    #expect(properties["Tags"]?.arrayValue?.count == 2)
    #expect(properties["LogGroupName"] == "app")
  }

  @Test("Indices count in the list that a read shows")
  func indices() async throws {
    let shown = try #require(await cloud.properties(type, "app")["Tags"]?.arrayValue)
    let left = await after([["op": "remove", "path": "/Tags/0"]])
    #expect(left["Tags"] == .array([shown[1]]))
  }

  @Test("A test that fails, and a path that leads nowhere, refuse the whole patch at once")
  func refusals() async {
    let test = await cloud.update(
      type, "app",
      [["op": "replace", "path": "/RetentionInDays", "value": 30], ["op": "test", "path": "/RetentionInDays", "value": 7]])
    #expect(test.code == "ValidationException")
    let nowhere = await cloud.update(type, "app", [["op": "replace", "path": "/KmsKeyId", "value": "x"]])
    #expect(nowhere.code == "ValidationException")
    #expect(nowhere.message == "[REPLACE Operation] noSuchPath in source, path provided : /KmsKeyId")
    #expect(await cloud.properties(type, "app")["RetentionInDays"] == 7)
  }

  @Test("What is fixed at the create, and what the service fills, cannot be patched")
  func fixed() async {
    let name = await cloud.update(type, "app", [["op": "replace", "path": "/LogGroupName", "value": "other"]])
    #expect(name.code == "NotUpdatableException")
    #expect(name.message == "Invalid patch update: createOnlyProperties [/properties/LogGroupName] cannot be updated")
    let arn = await cloud.update(type, "app", [["op": "replace", "path": "/Arn", "value": "other"]])
    #expect(arn.code == "NotUpdatableException")
    #expect(arn.message.contains("readOnlyProperties"))
  }

  @Test("The result must fit the schema")
  func validation() async {
    #expect(await cloud.update(type, "app", [["op": "replace", "path": "/RetentionInDays", "value": 4]]).code == "ValidationException")
    #expect(await cloud.update(type, "app", [["op": "add", "path": "/Nonsense", "value": 4]]).code == "ValidationException")
    #expect(await cloud.update(type, "app", ["op": "add"]).code == "ValidationException")
  }

  @Test("A patch that changes nothing succeeds")
  func nothing() async {
    #expect(await after([["op": "test", "path": "/RetentionInDays", "value": 7]])["RetentionInDays"] == 7)
  }

  @Test("An update of what is not there is refused at once")
  func missing() async {
    #expect(await cloud.update(type, "other", []).code == "ResourceNotFoundException")
  }

  @Test("A write-only property that the type requires must be in the patch, because no read shows it")
  func writeOnly() async {
    let role = await cloud.status(
      await cloud.create(
        "AWS::IAM::Role",
        [
          "RoleName": "app",
          "AssumeRolePolicyDocument": [
            "Version": "2012-10-17",
            "Statement": [["Effect": "Allow", "Principal": ["Service": "lambda.amazonaws.com"], "Action": "sts:AssumeRole"]],
          ],
        ]
      ).token)
    let arn = role.document(role.event["ResourceModel"])["Arn"] ?? ""
    let code: PropertyValue = ["ZipFile": "exports.handler = async () => 1"]
    let made = await cloud.status(
      await cloud.create(
        "AWS::Lambda::Function", ["FunctionName": "f", "Role": arn, "Handler": "index.handler", "Runtime": "nodejs22.x", "Code": code]
      ).token)
    #expect(made.statusText == "SUCCESS", "\(made.event)")
    let handler: PropertyValue = ["op": "replace", "path": "/Handler", "value": "index.other"]
    let without = await cloud.update("AWS::Lambda::Function", "f", [handler])
    #expect(without.code == "ValidationException")
    #expect(without.message.contains("Code"))
    let with = await cloud.update("AWS::Lambda::Function", "f", [handler, ["op": "add", "path": "/Code", "value": code]])
    #expect(await cloud.status(with.token).statusText == "SUCCESS")
    #expect(await cloud.properties("AWS::Lambda::Function", "f")["Handler"] == "index.other")
  }
}
