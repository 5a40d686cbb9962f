import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("What AWS does to an engine")
struct RealismTests {
  @Test("Reads lag behind creates for some objects and settle within the type's time")
  func lag() throws {
    var cloud = CloudFixture(.full)
    var unseen: [String] = []
    for number in 0..<40 {
      let vpc = try cloud.vpc("10.\(number).0.0/16")
      if (try? cloud.read("EC2::VPC", vpc)) == nil { unseen.append(vpc) }
    }
    #expect(unseen.count > 5 && unseen.count < 35)
    cloud.now += 10_000
    for vpc in unseen { #expect(try cloud.read("EC2::VPC", vpc).identifier == vpc) }
  }

  @Test("The answer of an update shows the new values, and a read may show the old ones for a moment")
  func staleReads() throws {
    var cloud = CloudFixture(.full)
    var stale = 0
    for number in 0..<20 {
      let vpc = try cloud.vpc("10.\(number).0.0/16")
      cloud.now += 20_000
      let range: PropertyValue = .string("10.\(number).0.0/16")
      let answer = try cloud.update("EC2::VPC", vpc, ["CidrBlock": range, "EnableDnsSupport": false], changed: ["EnableDnsSupport"])
      guard case .done(let description) = answer else {
        Issue.record("the update is not done")
        return
      }
      #expect(description.properties["EnableDnsSupport"] == false)
      if try cloud.read("EC2::VPC", vpc).properties["EnableDnsSupport"] == true { stale += 1 }
      cloud.now += 20_000
      #expect(try cloud.read("EC2::VPC", vpc).properties["EnableDnsSupport"] == false)
    }
    #expect(stale > 0 && stale < 20)
  }

  @Test("Searches by tag lag longer through the index than without it, and end within twice the settle time")
  func search() throws {
    var cloud = CloudFixture(.full)
    for number in 0..<30 {
      try cloud.make("EC2::VPC", ["CidrBlock": .string("10.\(number).0.0/16"), "Tags": [["Key": "strata:instance", "Value": "x"]]])
    }
    func count(_ index: Bool) throws -> Int {
      let query = ObjectQuery(
        type: "AWS::EC2::VPC", placement: cloud.place, route: .embedded, filter: .tag(key: "strata:instance", value: "x"),
        allowsIndex: index)
      return try cloud.store.find(query, at: cloud.now).count
    }
    #expect(try count(false) < 30)
    cloud.now += 61_000
    #expect(try count(false) == 30)
    #expect(try count(true) < 30)
    cloud.now += 60_000
    #expect(try count(true) == 30)
  }

  @Test("A type that takes no tags cannot be searched by tag")
  func tagless() throws {
    var cloud = CloudFixture()
    let query = ObjectQuery(
      type: "AWS::KMS::Alias", placement: cloud.place, route: .embedded, filter: .tag(key: "a", value: "b"))
    expectRefusal("UnsupportedActionException") { _ = try cloud.store.find(query, at: cloud.now) }
  }

  @Test("Reads leave write-only values out, add defaults, and give policies another form")
  func forms() throws {
    var cloud = CloudFixture(.standard)
    let secret = try cloud.make("SecretsManager::Secret", ["Name": "db", "SecretString": "hidden"])
    #expect(secret.properties["SecretString"] == nil)
    #expect(secret.identifier.hasPrefix("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-"))
    _ = try cloud.role("app")
    let trust = try cloud.read("IAM::Role", "app").properties["AssumeRolePolicyDocument"]
    #expect(trust == CloudFixture.trust("lambda.amazonaws.com"))
    try cloud.make(
      "IAM::Role",
      [
        "RoleName": "list",
        "AssumeRolePolicyDocument": [
          "Version": "2012-10-17",
          "Statement": ["Effect": "Allow", "Principal": ["Service": ["ec2.amazonaws.com"]], "Action": ["sts:AssumeRole"]],
        ],
      ])
    #expect(
      try cloud.read("IAM::Role", "list").properties["AssumeRolePolicyDocument"] == CloudFixture.trust("ec2.amazonaws.com"))
  }

  /// The create of a table, which takes its time.
  private static func table(protected: Bool = false) -> CreateRequest {
    var properties: PropertyObject = [
      "TableName": "sessions", "BillingMode": "PAY_PER_REQUEST", "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
      "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
    ]
    if protected { properties["DeletionProtectionEnabled"] = true }
    return CreateRequest(type: "AWS::DynamoDB::Table", placement: CloudFixture.place, route: .embedded, properties: properties, token: nil)
  }

  @Test("Long work answers before it has ended; its token asks until it is done")
  func waits() throws {
    var cloud = CloudFixture(.off, delayPerMille: 1000)
    let request = Self.table(protected: true)
    let pending = try #require(try cloud.store.create(request, at: cloud.now).pending)
    #expect(pending.identifier == "sessions")
    let poll = PollRequest(
      operation: .create, type: request.type, placement: cloud.place, route: .embedded, waitToken: pending.waitToken)
    #expect(try cloud.store.poll(poll, at: cloud.now).pending != nil)
    expectRefusal("ResourceInUseException") { try cloud.update("DynamoDB::Table", "sessions", request.properties) }
    cloud.now += 60_000
    guard case .done(let table) = try cloud.store.poll(poll, at: cloud.now) else {
      Issue.record("the table is not done")
      return
    }
    #expect(table.properties["Arn"] == "arn:aws:dynamodb:us-east-1:123456789012:table/sessions")
    expectRefusal("ValidationException") { try cloud.delete("DynamoDB::Table", "sessions") }
  }

  @Test("An object says whether an operation on it goes on, until it is gone")
  func progress() throws {
    var cloud = CloudFixture(.off, delayPerMille: 1000)
    _ = try cloud.store.create(Self.table(), at: cloud.now)
    let table = cloud.target("DynamoDB::Table", "sessions")
    #expect(try cloud.store.isInProgress(table, at: cloud.now))
    cloud.now += 60_000
    #expect(try !cloud.store.isInProgress(table, at: cloud.now))
    #expect(try cloud.delete("DynamoDB::Table", "sessions").pending != nil)
    #expect(try cloud.store.isInProgress(table, at: cloud.now))
    cloud.now += 60_000
    expectRefusal("ResourceNotFoundException") { _ = try cloud.store.isInProgress(table, at: cloud.now) }
  }

  @Test("A secret's name stays taken until its deletion is over, or taken back")
  func softDeletion() throws {
    var cloud = CloudFixture()
    let secret = try cloud.make("SecretsManager::Secret", ["Name": "db"]).identifier
    #expect(try cloud.delete("SecretsManager::Secret", secret).pendingDeletion != nil)
    expectRefusal("InvalidRequestException") { try cloud.make("SecretsManager::Secret", ["Name": "db"]) }
    #expect(try cloud.store.restore(cloud.target("SecretsManager::Secret", secret), at: cloud.now).pendingDeletionUntil == nil)
    #expect(try cloud.delete("SecretsManager::Secret", secret).pendingDeletion != nil)
    cloud.now += 31 * 86_400_000
    #expect(try cloud.make("SecretsManager::Secret", ["Name": "db"]).identifier != secret)
  }

  @Test("What is fixed at the create cannot be changed; what else changes raises versions")
  func updates() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.vpc()
    expectRefusal("NotUpdatable") { try cloud.update("EC2::VPC", vpc, ["CidrBlock": "10.1.0.0/16"]) }
    let key = try cloud.key()
    expectRefusal("NotUpdatable") {
      try cloud.update(
        "KMS::Key", String(key.tail), ["KeyPolicy": CloudFixture.keyPolicy(), "MultiRegion": true],
        previous: ["KeyPolicy": CloudFixture.keyPolicy()], changed: ["MultiRegion"])
    }
    let template = try cloud.make("EC2::LaunchTemplate", ["LaunchTemplateName": "app", "LaunchTemplateData": ["InstanceType": "t3.micro"]])
    let done = try cloud.update(
      "EC2::LaunchTemplate", template.identifier, ["LaunchTemplateName": "app", "LaunchTemplateData": ["InstanceType": "t3.small"]],
      changed: ["LaunchTemplateData"])
    guard case .done(let changed) = done else {
      Issue.record("the update is not done")
      return
    }
    #expect(changed.properties["LatestVersionNumber"]?.scalarText == "2")
    #expect(changed.properties["LaunchTemplateData"] == nil)
  }

  @Test("Other people's properties survive an update of what is ours")
  func ownership() throws {
    var cloud = CloudFixture()
    let vpc = try cloud.make("EC2::VPC", ["CidrBlock": "10.0.0.0/16", "Tags": [["Key": "theirs", "Value": "1"]]]).identifier
    try cloud.update("EC2::VPC", vpc, ["CidrBlock": "10.0.0.0/16", "EnableDnsSupport": true], changed: ["EnableDnsSupport"])
    let read = try cloud.read("EC2::VPC", vpc)
    #expect(read.properties["EnableDnsSupport"] == true)
    #expect(read.properties["Tags"] == [["Key": "theirs", "Value": "1"]])
  }

  @Test("References must lead to what exists in the right place; foreign and AWS-managed ones pass")
  func references() throws {
    var cloud = CloudFixture()
    expectRefusal("InvalidVpcID.NotFound") { _ = try cloud.subnet("vpc-0123456789abcdef0", "10.0.1.0/24") }
    let vpc = try cloud.vpc()
    expectRefusal("InvalidVpcID.NotFound") {
      try cloud.make("EC2::Subnet", ["VpcId": .string(vpc), "CidrBlock": "10.0.1.0/24"], account: "999999999999")
    }
    expectRefusal("NoSuchBucket") {
      try cloud.make(
        "S3::BucketPolicy", ["Bucket": "nowhere", "PolicyDocument": ["Version": "2012-10-17", "Statement": []]])
    }
    _ = try cloud.subnet(vpc, "10.0.1.0/24")
    expectRefusal("DependencyViolation") { try cloud.delete("EC2::VPC", vpc) }
    let isolated = CloudScope(CloudFixture.place, isGlobal: false)
    #expect(cloud.store.count(of: "AWS::EC2::Subnet", in: isolated) == 1)
  }
}
