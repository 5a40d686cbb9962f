import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("Conformance of providers")
struct ConformanceTests {
  private static let subjects: [ProviderConformance.Subject] = [
    .init(
      type: "AWS::EC2::VPC", placement: CloudFixture.place, properties: ["CidrBlock": "10.0.0.0/16"],
      changed: ["CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": true]),
    .init(
      type: "AWS::SecretsManager::Secret", placement: CloudFixture.place, properties: ["Name": "db", "SecretString": "hidden"],
      changed: ["Name": "db", "SecretString": "hidden", "Description": "of the database"]),
    .init(
      type: "AWS::DynamoDB::Table", placement: CloudFixture.place,
      properties: [
        "TableName": "sessions", "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
        "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
      ]),
    .init(
      type: "AWS::IAM::Role", placement: CloudFixture.place,
      properties: ["RoleName": "app", "AssumeRolePolicyDocument": CloudFixture.trust("ecs-tasks.amazonaws.com")],
      changed: ["RoleName": "app", "AssumeRolePolicyDocument": CloudFixture.trust("ecs-tasks.amazonaws.com"), "Description": "Tasks"]),
    .init(
      type: "AWS::KMS::Key", placement: CloudFixture.place, properties: ["KeyPolicy": CloudFixture.keyPolicy(), "PendingWindowInDays": 7]),
    .init(
      type: "AWS::Events::Rule", placement: CloudFixture.place, properties: ["Name": "nightly", "ScheduleExpression": "rate(1 day)"],
      changed: ["Name": "nightly", "ScheduleExpression": "rate(2 days)"]),
    .init(type: "AWS::Route53::HostedZone", placement: CloudFixture.place, properties: ["Name": "example.com."]),
  ]

  @Test("The embedded cloud conforms, quick or as unhelpful as AWS")
  func embedded() async {
    for options in [EmbeddedCloudOptions(realism: .off), EmbeddedCloudOptions(realism: .standard)] {
      #expect(await ProviderConformance(EmbeddedCloud(options), patience: 3) { _ in }.run(Self.subjects) == [])
    }
    let clock = VirtualCloudClock()
    let cloud = EmbeddedCloud(.test(clock: clock))
    #expect(await ProviderConformance(cloud) { clock.advance($0) }.run(Self.subjects) == [])
    #expect(cloud.isEmpty)
  }

  @Test("A provider that breaks its word is found out")
  func broken() async {
    let findings = await ProviderConformance(ForgetfulProvider(), patience: 3) { _ in }.run([Self.subjects[0]])
    #expect(findings.contains { $0.check == "an object that was made can be read" })
    #expect(findings.contains { $0.check == "a property that the type does not have is refused" })
  }

  /// Accepts everything and remembers nothing.
  private struct ForgetfulProvider: Provider {
    var name: String { "forgetful" }
    func route(for type: String, in placement: Placement) -> ResourceRecord.Route? { .embedded }
    func authenticate(in placement: Placement) async throws(ProviderError) -> String { "arn:aws:iam::\(placement.account):root" }
    func create(_ request: CreateRequest) async throws(ProviderError) -> OperationProgress {
      .done(ObjectDescription(identifier: "one", properties: request.properties))
    }
    func read(_ target: ObjectTarget) async throws(ProviderError) -> ObjectDescription { throw ProviderError(.notFound, "nothing") }
    func update(_ request: UpdateRequest) async throws(ProviderError) -> OperationProgress { .gone }
    func delete(_ request: DeleteRequest) async throws(ProviderError) -> OperationProgress { .gone }
    func poll(_ request: PollRequest) async throws(ProviderError) -> OperationProgress { .gone }
    func find(_ query: ObjectQuery) async throws(ProviderError) -> [ObjectDescription] { [] }
  }
}
