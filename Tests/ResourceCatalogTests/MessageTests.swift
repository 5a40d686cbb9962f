import ResourceCatalog
import Testing

@Suite("Messages of the rules")
struct MessageTests {
  struct BadDocument: Sendable, CustomTestStringConvertible {
    var type: String
    var document: LiteralValue
    var messages: [String]
    var testDescription: String { "\(type): \(messages.first ?? "")" }

    init(_ type: String, _ document: LiteralValue, _ messages: String...) {
      self.type = "AWS::" + type
      self.document = document
      self.messages = messages
    }
  }

  static let policy: LiteralValue = [
    "Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": "kms:*", "Resource": "*", "Principal": ["AWS": "123456789012"]]],
  ]

  static let documents: [BadDocument] = [
    BadDocument("KMS::Key", ["RotationPeriodInDays": 30], "RotationPeriodInDays must be in 90...2560, not 30"),
    BadDocument(
      "KMS::Key", ["KeySpec": "RSA_2049"],
      "'RSA_2049' is not a value of KeySpec: SYMMETRIC_DEFAULT, RSA_2048, RSA_3072, RSA_4096, ECC_NIST_P256, ECC_NIST_P384, ECC_NIST_P521, ECC_SECG_P256K1, HMAC_224, HMAC_256, HMAC_384, HMAC_512, …; did you mean 'RSA_2048'?"
    ),
    BadDocument(
      "KMS::Key", ["rotationPeriodInDay": 90], "AWS::KMS::Key has no property 'rotationPeriodInDay'; did you mean 'RotationPeriodInDays'?"),
    BadDocument(
      "KMS::Key", ["Arn": "arn:aws:kms:us-east-1:123456789012:key/a"], "Arn of AWS::KMS::Key is read-only: AWS sets it; remove it"),
    BadDocument("KMS::Key", ["EnableKeyRotation": "maybe"], "EnableKeyRotation must be true or false, not 'maybe'"),
    BadDocument("KMS::Key", ["EnableKeyRotation": ["x"]], "EnableKeyRotation must be true or false, not a list"),
    BadDocument("KMS::Key", ["Tags": [["Key": "a", "Value": "1"], ["Key": "a", "Value": "2"]]], "tag 'a' is already given by element 0"),
    BadDocument("KMS::Key", ["Tags": [["Key": "aws:a", "Value": "1"]]], "tag 'aws:a' must not begin with aws:, which is AWS's own"),
    BadDocument(
      "KMS::Key",
      [
        "KeyPolicy": [
          "Version": "2012-10-18", "Statement": [["Effect": "Alow", "Action": "kms:Decript", "Resource": "*", "Principal": "*"]],
        ]
      ], "Version must be 2012-10-17, not '2012-10-18'", "Effect must be Allow or Deny, not 'Alow'",
      "unknown IAM action 'kms:Decript'; did you mean 'kms:Decrypt'?"),
    BadDocument("KMS::Alias", ["AliasName": "phi", "TargetKeyId": "abc"], "AliasName must match ^(alias/)[a-zA-Z0-9:/_-]+$, not 'phi'"),
    BadDocument("KMS::Alias", ["AliasName": "alias/phi"], "AWS::KMS::Alias requires TargetKeyId"),
    BadDocument("EC2::VPC", ["CidrBlock": "10.0.0.0/8"], "CidrBlock must have a prefix in 16...28, not /8"),
    BadDocument("EC2::VPC", ["CidrBlock": "10.0.8.0/20"], "'10.0.8.0/20' has host bits set; the range is 10.0.0.0/20"),
    BadDocument("EC2::VPC", ["CidrBlock": "10.0.0/16"], "CidrBlock must be an IPv4 range such as 10.0.0.0/16, not '10.0.0/16'"),
    BadDocument("EC2::VPC", ["EnableDnsSupport": true], "AWS::EC2::VPC requires exactly one of CidrBlock, Ipv4IpamPoolId"),
    BadDocument(
      "EC2::Subnet", ["VpcId": "subnet-0a1b2c3d4e5f60718", "CidrBlock": "10.0.0.0/20"],
      "VpcId must be the id of an AWS::EC2::VPC, not 'subnet-0a1b2c3d4e5f60718', which is the id of an AWS::EC2::Subnet"),
    BadDocument(
      "EC2::Subnet", ["VpcId": .unknown(.scalar)],
      "AWS::EC2::Subnet requires at least one of CidrBlock, Ipv4IpamPoolId, Ipv6IpamPoolId, Ipv6CidrBlock"),
    BadDocument(
      "S3::Bucket",
      [
        "BucketEncryption": [
          "ServerSideEncryptionConfiguration": [["ServerSideEncryptionByDefault": ["SSEAlgorithm": "aws:kms", "kmsMasterKeyId": "k"]]]
        ]
      ], "ServerSideEncryptionByDefault of AWS::S3::Bucket has no property 'kmsMasterKeyId'; did you mean 'KMSMasterKeyID'?"),
    BadDocument(
      "S3::Bucket", ["VersioningConfiguration": ["Status": "Enable"]],
      "'Enable' is not a value of Status: Enabled, Suspended; did you mean 'Enabled'?"),
    BadDocument(
      "DynamoDB::Table",
      [
        "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]], "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]],
        "BillingMode": "PAY_PER_REQUEST", "ProvisionedThroughput": ["ReadCapacityUnits": 1, "WriteCapacityUnits": 1],
      ], "ProvisionedThroughput is not allowed here (When 'BillingMode' is 'PAY_PER_REQUEST' don't specify 'ProvisionedThroughput')"),
    BadDocument(
      "Logs::LogGroup", ["RetentionInDays": 31],
      "31 is not a value of RetentionInDays: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, …; did you mean '30'?"),
    BadDocument("Events::Rule", ["ScheduleExpression": "rate(1 hours)"], "ScheduleExpression 'rate(1 hours)' must count 'hour'"),
    BadDocument(
      "Events::Rule", ["ScheduleExpression": "cron(0 25 * * ? *)"],
      "ScheduleExpression 'cron(0 25 * * ? *)' has '25' as hours, which must be in 0...23 or one of , - * /"),
    BadDocument(
      "IAM::Role",
      [
        "AssumeRolePolicyDocument": [
          "Version": "2012-10-17",
          "Statement": [
            ["Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*", "Principal": ["Service": "ecs-tasks.amazonaws.com"]]
          ],
        ]
      ], "a trust policy takes no Resource: it applies to its role"),
    BadDocument(
      "SQS::Queue", ["FifoQueue": true, "QueueName": "work"],
      #"QueueName must match ^.*\.fifo$, not 'work' (FIFO queues, and only they, have names ending in .fifo and FIFO properties)"#),
    BadDocument(
      "SQS::Queue", ["DelaySeconds": 901, "MessageRetentionPeriod": 59], "DelaySeconds must be in 0...900, not 901",
      "MessageRetentionPeriod must be in 60...1209600, not 59"),
    BadDocument(
      "Lambda::Function", ["Code": ["ZipFile": "x"], "Role": "worker"],
      #"Role must match ^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$, not 'worker'"#,
      "AWS::Lambda::Function requires Runtime (Using the ZipFile attribute requires a runtime to be specified)"),
    BadDocument(
      "ApplicationAutoScaling::ScalingPolicy",
      ["PolicyName": "p", "PolicyType": "TargetTrackingScaling", "ResourceId": "a", "ScalingTargetId": "b"],
      "AWS::ApplicationAutoScaling::ScalingPolicy requires ScalableDimension beside ResourceId",
      "AWS::ApplicationAutoScaling::ScalingPolicy requires ServiceNamespace beside ResourceId",
      "AWS::ApplicationAutoScaling::ScalingPolicy takes exactly one of ScalingTargetId, ResourceId, not ScalingTargetId and ResourceId"),
    BadDocument(
      "ElasticLoadBalancingV2::TargetGroup", ["Port": 0, "Protocol": "HTTPX", "Matcher": ["HttpCode": "200"]],
      "Port must be in 1...65535, not 0",
      "'HTTPX' is not a value of Protocol: GENEVE, HTTP, HTTPS, QUIC, TCP, TCP_QUIC, TCP_UDP, TLS, UDP; did you mean 'HTTPS'?"),
    BadDocument(
      "EC2::SecurityGroup", ["GroupDescription": "web", "SecurityGroupIngress": [["IpProtocol": "tcp", "CidrIp": "0.0.0.0/0"]]],
      "SecurityGroupIngress of AWS::EC2::SecurityGroup requires FromPort (TCP, UDP and ICMP need both ends of a port range)",
      "SecurityGroupIngress of AWS::EC2::SecurityGroup requires ToPort (TCP, UDP and ICMP need both ends of a port range)"),
    BadDocument(
      "CloudFront::Distribution",
      ["DistributionConfig": ["Enabled": true, "DefaultCacheBehavior": ["TargetOriginId": "o", "ViewerProtocolPolicy": "https"]]],
      "'https' is not a value of ViewerProtocolPolicy: allow-all, https-only, redirect-to-https"),
    BadDocument(
      "AppStream::ImageBuilder", ["Name": "a", "InstanceType": "stream.standard.medium"],
      "AWS::AppStream::ImageBuilder requires exactly one of ImageName, ImageArn"),
  ]

  @Test("A bad document gives exactly the expected sentences", arguments: documents)
  func message(_ bad: BadDocument) throws {
    let type = try #require(ResourceCatalog.aws.type(bad.type))
    #expect(type.violations(in: bad.document).map(\.message) == bad.messages)
  }
}
