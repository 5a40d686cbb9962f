import ResourceCatalog
import Testing

@Suite("Facts about particular types")
struct BehaviorFactTests {
  @Test(
    "Classes follow the API of the type",
    arguments: [
      ("AWS::CertificateManager::Certificate", APIClass.token), ("AWS::EC2::NatGateway", .tokenUnknownWindow),
      ("AWS::CloudFront::Distribution", .refusedToken), ("AWS::IAM::Role", .name), ("AWS::CloudWatch::Alarm", .upsert),
      ("AWS::EC2::Subnet", .uniqueContent), ("AWS::KMS::Key", .tags), ("AWS::GuardDuty::Detector", .singleton),
      ("AWS::Organizations::Account", .operation),
    ])
  func classes(type: String, expected: APIClass) {
    #expect(ResourceBehavior.of(type).apiClass == expected)
  }

  @Test("A type outside of the tables with a name that the client sets is found by that name")
  func inferredName() {
    let behavior = ResourceBehavior.of("AWS::Kinesis::Stream")
    #expect(behavior.apiClass == .name)
    #expect(behavior.generatedName?.property == "Name")
    #expect(behavior.holdsData)
  }

  @Test("A type outside of the tables with tags on create and an assigned identifier is found by tag")
  func inferredTags() {
    let behavior = ResourceBehavior.of("AWS::EC2::PrefixList")
    #expect(behavior.apiClass == .tags)
    #expect(behavior.generatedName == nil)
  }

  @Test("Every type of the catalogue has a handle, and an unknown type has none")
  func everyTypeHasHandle() {
    let without = ResourceCatalog.aws.types.map { String($0.name) }.filter { ResourceBehavior.of($0).apiClass == .none }
    #expect(without == [])
    #expect(ResourceBehavior.of("AWS::No::Such").apiClass == .none)
  }

  @Test("Through Cloud Control every create takes a token for 36 hours")
  func cloudControl() {
    let behavior = ResourceBehavior.of("AWS::EC2::VPC").throughCloudControl
    #expect(behavior.apiClass == .token)
    #expect(behavior.tokenWindow == 129_600)
  }

  @Test("Keys, secrets and accounts are deleted later, and a secret's name stays taken")
  func softDeletions() {
    #expect(ResourceBehavior.of("AWS::KMS::Key").softDeletion?.daysProperty == "PendingWindowInDays")
    #expect(ResourceBehavior.of("AWS::SecretsManager::Secret").softDeletion?.holdsName == true)
    #expect(ResourceBehavior.of("AWS::S3::Bucket").softDeletion == nil)
  }

  @Test(
    "Data stores are marked, plain configuration is not",
    arguments: [
      ("AWS::DynamoDB::Table", true), ("AWS::S3::Bucket", true), ("AWS::KMS::Key", true), ("AWS::ECR::Repository", true),
      ("AWS::Cognito::UserPool", true), ("AWS::IAM::Role", false), ("AWS::EC2::VPC", false),
    ])
  func dataBearing(type: String, expected: Bool) {
    #expect(ResourceBehavior.of(type).holdsData == expected)
  }

  @Test(
    "ARNs follow from names",
    arguments: [
      ("AWS::S3::Bucket", "Arn", ["BucketName": "logs"], "arn:aws:s3:::logs"),
      ("AWS::IAM::Role", "Arn", ["RoleName": "app"], "arn:aws:iam::123456789012:role/app"),
      ("AWS::IAM::Role", "Arn", ["RoleName": "app", "Path": "/jms/"], "arn:aws:iam::123456789012:role/jms/app"),
      ("AWS::Logs::LogGroup", "Arn", ["LogGroupName": "/api"], "arn:aws:logs:us-east-1:123456789012:log-group:/api:*"),
      ("AWS::SNS::Topic", "TopicArn", ["TopicName": "alarms"], "arn:aws:sns:us-east-1:123456789012:alarms"),
      ("AWS::ECR::Repository", "RepositoryUri", ["RepositoryName": "api"], "123456789012.dkr.ecr.us-east-1.amazonaws.com/api"),
      (
        "AWS::ECS::Service", "ServiceArn", ["ServiceName": "api", "Cluster": "arn:aws:ecs:us-east-1:123456789012:cluster/main"],
        "arn:aws:ecs:us-east-1:123456789012:service/main/api"
      ),
      ("AWS::Events::Rule", "Arn", ["Name": "keys"], "arn:aws:events:us-east-1:123456789012:rule/keys"),
      (
        "AWS::IAM::OIDCProvider", "Arn", ["Url": "https://token.actions.githubusercontent.com"],
        "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
      ),
      ("AWS::RDS::DBInstance", "DBInstanceArn", ["DBInstanceIdentifier": "Main"], "arn:aws:rds:us-east-1:123456789012:db:main"),
    ])
  func derivedAttributes(type: String, attribute: String, inputs: [String: String], expected: String) {
    let value = ResourceBehavior.of(type).derivedValue(of: attribute, partition: "aws", account: "123456789012", region: "us-east-1") {
      inputs[$0].map(AttributeTemplate.Input.text) ?? .absent
    }
    #expect(value == expected)
  }

  @Test("Nothing is derived from what is unknown, nor where AWS adds a random part")
  func underivable() {
    let unknown = ResourceBehavior.of("AWS::IAM::Role").derivedValue(
      of: "Arn", partition: "aws", account: "1", region: "us-east-1"
    ) { $0 == "Path" ? .unknown : .text("app") }
    #expect(unknown == nil)
    #expect(ResourceBehavior.of("AWS::SecretsManager::Secret").derivedAttributes.isEmpty)
    let ruleOnOtherBus = ResourceBehavior.of("AWS::Events::Rule").derivedValue(
      of: "Arn", partition: "aws", account: "1", region: "us-east-1"
    ) { .text($0) }
    #expect(ruleOnOtherBus == nil)
  }

  @Test("Partitions have their own domain")
  func partitionDomains() {
    let name = ResourceBehavior.of("AWS::S3::Bucket").derivedValue(
      of: "RegionalDomainName", partition: "aws-cn", account: "1", region: "cn-north-1"
    ) { _ in .text("web") }
    #expect(name == "web.s3.cn-north-1.amazonaws.com.cn")
  }

  @Test("Names that the engine gives to FIFO topics and queues end as the service demands")
  func fifoNames() {
    #expect(ResourceBehavior.of("AWS::SNS::Topic").generatedName?.conditionalSuffix == .init(".fifo", whenTrue: "FifoTopic"))
    #expect(ResourceBehavior.of("AWS::SQS::Queue").generatedName?.conditionalSuffix == .init(".fifo", whenTrue: "FifoQueue"))
  }
}
