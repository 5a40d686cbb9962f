import CloudControlServer
import StrataEmbeddedCloud
import StrataModel
import Testing

@Suite("The life of a resource")
struct ResourceLifeTests {
  private let cloud = CloudControlFixture()
  private let type = "AWS::Logs::LogGroup"

  @Test("A create is answered with a pending event, and its status is success once it is asked for")
  func creates() async {
    let answer = await cloud.create(type, ["LogGroupName": "app", "RetentionInDays": 7])
    #expect(answer.status == 200)
    #expect(answer.statusText == "PENDING")
    #expect(answer.event["Operation"] == "CREATE")
    #expect(answer.event["TypeName"] == .string(type))
    #expect(answer.event["EventTime"] == .integer(cloud.clock.now / 1000))
    let after = await cloud.status(answer.token)
    #expect(after.statusText == "SUCCESS")
    #expect(after.event["Identifier"] == "app")
    #expect(after.document(after.event["ResourceModel"])["RetentionInDays"] == 7)
    #expect(after.event["ErrorCode"] == nil)
  }

  @Test("Whatever is asked next sees what was accepted before")
  func sequence() async {
    await cloud.create(type, ["LogGroupName": "app"])
    let properties = await cloud.properties(type, "app")
    #expect(properties["LogGroupName"] == "app")
    #expect(properties["Arn"]?.stringValue?.hasPrefix("arn:aws:logs:us-east-1:123456789012:log-group:app") == true)
  }

  @Test("What was accepted is carried out although nobody asks")
  func unasked() async {
    await cloud.create(type, ["LogGroupName": "app"])
    await cloud.server.startPending(olderThan: 1000)
    #expect(cloud.cloud.objects.isEmpty)
    cloud.clock.advance(1000)
    await cloud.server.startPending(olderThan: 1000)
    #expect(cloud.cloud.objects.map(\.identifier) == ["app"])
  }

  @Test("A delete ends in success and leaves nothing; another one fails with NotFound")
  func deletes() async {
    await cloud.create(type, ["LogGroupName": "app"])
    let first = await cloud.delete(type, "app")
    #expect(first.event["Identifier"] == "app")
    #expect(await cloud.status(first.token).statusText == "SUCCESS")
    let missing = await cloud.get(type, "app")
    #expect(missing.status == 400)
    #expect(missing.code == "ResourceNotFoundException")
    #expect(missing.message == "Resource of type 'AWS::Logs::LogGroup' with identifier 'app' was not found.")
    let second = await cloud.status(await cloud.delete(type, "app").token)
    #expect(second.statusText == "FAILED")
    #expect(second.event["ErrorCode"] == "NotFound")
  }

  @Test("A key that waits for its deletion is not found, as Cloud Control's handler answers")
  func pendingDeletion() async {
    let policy: PropertyValue = [
      "Version": "2012-10-17",
      "Statement": [
        ["Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::123456789012:root"], "Action": "kms:*", "Resource": "*"]
      ],
    ]
    let made = await cloud.status(await cloud.create("AWS::KMS::Key", ["KeyPolicy": policy]).token)
    let identifier = made.event["Identifier"]?.stringValue ?? ""
    #expect(await cloud.status(await cloud.delete("AWS::KMS::Key", identifier).token).statusText == "SUCCESS")
    #expect(await cloud.get("AWS::KMS::Key", identifier).code == "ResourceNotFoundException")
    #expect(await cloud.status(await cloud.delete("AWS::KMS::Key", identifier).token).event["ErrorCode"] == "NotFound")
    #expect(await cloud.call("ListResources", ["TypeName": "AWS::KMS::Key"]).members["ResourceDescriptions"] == .array([]))
  }

  @Test("A document that the schema refuses is refused at once")
  func validation() async {
    let unknown = await cloud.create(type, ["Nonsense": 1])
    #expect(unknown.code == "ValidationException")
    #expect(unknown.message.hasPrefix("Model validation failed (#/Nonsense"))
    #expect(await cloud.create(type, ["RetentionInDays": 4]).code == "ValidationException")
    #expect(await cloud.call("CreateResource", ["TypeName": .string(type), "DesiredState": "[]"]).code == "ValidationException")
    #expect(await cloud.call("CreateResource", ["TypeName": .string(type), "DesiredState": "{"]).code == "ValidationException")
  }

  @Test("What only the service can refuse comes as a failed event with the handler's code")
  func handlerErrors() async {
    await cloud.create(type, ["LogGroupName": "app"])
    let twice = await cloud.status(await cloud.create(type, ["LogGroupName": "app"]).token)
    #expect(twice.statusText == "FAILED")
    #expect(twice.event["ErrorCode"] == "AlreadyExists")
    #expect(twice.event["StatusMessage"] == "Resource of type 'AWS::Logs::LogGroup' with identifier 'app' already exists.")
    let stray = await cloud.status(
      await cloud.create("AWS::EC2::Subnet", ["VpcId": "vpc-0123456789abcdef0", "CidrBlock": "10.0.0.0/24"]).token)
    #expect(stray.event["ErrorCode"] == "InvalidRequest")
    #expect(stray.event["StatusMessage"]?.stringValue?.contains("InvalidVpcID.NotFound") == true)
  }

  @Test("Something that is in use is not deleted: the event says ResourceConflict")
  func inUse() async {
    let vpc = await cloud.status(await cloud.create("AWS::EC2::VPC", ["CidrBlock": "10.0.0.0/16"]).token)
    let identifier = vpc.event["Identifier"] ?? ""
    await cloud.create("AWS::EC2::Subnet", ["VpcId": identifier, "CidrBlock": "10.0.0.0/24"])
    let end = await cloud.status(await cloud.delete("AWS::EC2::VPC", identifier.stringValue ?? "").token)
    #expect(end.event["ErrorCode"] == "ResourceConflict")
    #expect(end.event["StatusMessage"]?.stringValue?.contains("DependencyViolation") == true)
  }

  @Test("A type that there is not, and one that Cloud Control does not provision, are told apart")
  func types() async {
    let unknown = await cloud.get("AWS::Nowhere::Thing", "x")
    #expect(unknown.code == "TypeNotFoundException")
    #expect(unknown.message == "The type 'AWS::Nowhere::Thing' cannot be found.")
    #expect(await cloud.get("AWS::DLM::LifecyclePolicy", "x").code == "UnsupportedActionException")
  }

  @Test("Secrets of a create come back in no answer")
  func secrets() async {
    let answer = await cloud.create("AWS::SecretsManager::Secret", ["Name": "db", "SecretString": "hunter2"])
    let end = await cloud.status(answer.token)
    let read = await cloud.get("AWS::SecretsManager::Secret", end.event["Identifier"]?.stringValue ?? "")
    #expect(end.statusText == "SUCCESS")
    for response in [answer, end, read] {
      #expect(!String(decoding: response.response.body, as: UTF8.self).contains("hunter2"))
    }
  }

  @Test("Identifiers may be written as JSON, secondary ones too; those of several parts are joined by a bar")
  func identifiers() async {
    await cloud.create(type, ["LogGroupName": "app"])
    #expect(await cloud.get(type, "{\"LogGroupName\":\"app\"}").status == 200)
    #expect(await cloud.get(type, "{\"Name\":\"app\"}").code == "InvalidRequestException")
    await cloud.create("AWS::Logs::LogStream", ["LogGroupName": "app", "LogStreamName": "one"])
    #expect(await cloud.get("AWS::Logs::LogStream", "app|one").status == 200)
    #expect(await cloud.get("AWS::Logs::LogStream", "{\"LogStreamName\":\"one\",\"LogGroupName\":\"app\"}").status == 200)
  }

  @Test("Background work shows as in progress, with the time of the next question, until it is done")
  func inProgress() async {
    let slow = CloudControlFixture(delayPerMille: 1000)
    let table: PropertyObject = [
      "TableName": "sessions", "BillingMode": "PAY_PER_REQUEST",
      "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]], "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
    ]
    let answer = await slow.create("AWS::DynamoDB::Table", table)
    let during = await slow.status(answer.token)
    #expect(during.statusText == "IN_PROGRESS")
    #expect(during.event["Identifier"] == "sessions")
    #expect(during.event["RetryAfter"] != nil)
    let busy = await slow.delete("AWS::DynamoDB::Table", "sessions")
    #expect(busy.code == "ConcurrentOperationException")
    slow.clock.advance(3_600_000)
    let end = await slow.status(answer.token)
    #expect(end.statusText == "SUCCESS")
    #expect(end.event["RetryAfter"] == nil)
  }

  @Test("A create that failed half way names what exists")
  func partialCreate() async {
    let broken = CloudControlFixture(faults: FaultPlan([FaultPlan.Rule(.partialCreate, calls: [.create])]))
    let end = await broken.status(await broken.create(type, ["LogGroupName": "app"]).token)
    #expect(end.statusText == "FAILED")
    #expect(end.event["ErrorCode"] == "GeneralServiceException")
    #expect(end.event["Identifier"] == "app")
  }
}
