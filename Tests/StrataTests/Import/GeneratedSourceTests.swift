import Foundation
import StrataModel
import Testing

@testable import Strata

@Suite("Generated declarations")
struct GeneratedSourceTests {
  /// The file that a takeover of the objects below writes; it is part of this target, so that it compiles or nothing does.
  private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("LegacyStack.swift")

  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// Objects as somebody made them by hand.
  private func objects(_ harness: CommandHarness) async throws -> [(String, String, String)] {
    func make(_ id: String, _ type: String, _ properties: PropertyObject) async throws -> (String, String, String) {
      let identifier = try await harness.make(type, properties)
      return (id, type, identifier)
    }
    var made: [(String, String, String)] = []
    made.append(
      try await make(
        "main", "AWS::EC2::VPC",
        [
          "CidrBlock": "10.9.0.0/16", "EnableDnsHostnames": true, "EnableDnsSupport": true,
          "Tags": [["Key": "Name", "Value": "legacy \"main\""], ["Key": "Owner", "Value": "tests"]],
        ]))
    let network = PropertyValue.string(made[0].2)
    made.append(
      try await make(
        "private-1", "AWS::EC2::Subnet", ["AvailabilityZone": "us-east-1a", "CidrBlock": "10.9.1.0/24", "VpcId": network]))
    made.append(
      try await make(
        "web", "AWS::EC2::SecurityGroup",
        [
          "GroupDescription": "Web servers", "GroupName": "legacy-web", "VpcId": network,
          "SecurityGroupIngress": [
            ["CidrIp": "0.0.0.0/0", "Description": "HTTPS", "FromPort": 443, "IpProtocol": "tcp", "ToPort": 443],
            ["CidrIp": "10.9.0.0/16", "Description": "Health", "FromPort": 8080, "IpProtocol": "tcp", "ToPort": 8081],
          ],
        ]))
    let policy: PropertyValue = [
      "Version": "2012-10-17",
      "Statement": [
        ["Action": "kms:*", "Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::123456789012:root"], "Resource": "*"]
      ],
    ]
    made.append(
      try await make("data", "AWS::KMS::Key", ["Description": "Legacy data", "EnableKeyRotation": true, "KeyPolicy": policy]))
    let keyARN = try #require(try harness.attribute("Arn", ofLast: "AWS::KMS::Key"))
    made.append(
      try await make("data-alias", "AWS::KMS::Alias", ["AliasName": "alias/legacy", "TargetKeyId": .string(made[3].2)]))
    made.append(
      try await make(
        "reports", "AWS::S3::Bucket",
        [
          "BucketEncryption": [
            "ServerSideEncryptionConfiguration": [
              ["BucketKeyEnabled": true, "ServerSideEncryptionByDefault": ["KMSMasterKeyID": keyARN, "SSEAlgorithm": "aws:kms"]]
            ]
          ],
          "BucketName": "legacy-reports",
          "LifecycleConfiguration": [
            "Rules": [["ExpirationInDays": 90, "Id": "expire", "Prefix": "tmp/", "Status": "Enabled"]]
          ],
          "PublicAccessBlockConfiguration": [
            "BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true,
          ], "VersioningConfiguration": ["Status": "Enabled"],
        ]))
    made.append(
      try await make(
        "reader", "AWS::IAM::Role",
        [
          "AssumeRolePolicyDocument": [
            "Version": "2012-10-17",
            "Statement": [["Action": "sts:AssumeRole", "Effect": "Allow", "Principal": ["Service": "lambda.amazonaws.com"]]],
          ],
          "Policies": [
            [
              "PolicyName": "read",
              "PolicyDocument": [
                "Version": "2012-10-17",
                "Statement": [
                  [
                    "Action": ["s3:GetObject", "s3:ListBucket"], "Effect": "Allow",
                    "Resource": ["arn:aws:s3:::legacy-reports", "arn:aws:s3:::legacy-reports/*"],
                  ]
                ],
              ],
            ]
          ], "RoleName": "legacy-reader",
        ]))
    made.append(
      try await make("events", "AWS::SQS::Queue", ["KmsMasterKeyId": keyARN, "QueueName": "legacy-events", "VisibilityTimeout": 90]))
    made.append(
      try await make(
        "sessions", "AWS::DynamoDB::Table",
        [
          "AttributeDefinitions": [["AttributeName": "id", "AttributeType": "S"]], "BillingMode": "PAY_PER_REQUEST",
          "KeySchema": [["AttributeName": "id", "KeyType": "HASH"]],
          "PointInTimeRecoverySpecification": ["PointInTimeRecoveryEnabled": true], "TableName": "legacy-sessions",
        ]))
    made.append(
      try await make(
        "depth", "AWS::CloudWatch::Alarm",
        [
          "AlarmName": "legacy-depth", "ComparisonOperator": "GreaterThanThreshold",
          "Dimensions": [["Name": "QueueName", "Value": "legacy-events"]], "EvaluationPeriods": 3,
          "MetricName": "ApproximateNumberOfMessagesVisible", "Namespace": "AWS/SQS", "Period": 60, "Statistic": "Maximum",
          "Threshold": 100.5,
        ]))
    return made
  }

  @Test("The declarations of taken over objects compile, as the committed file of this target does, and plan to no change")
  func generated() async throws {
    let harness = try CommandHarness()
    let sources = SourceFiles(root: Self.tests)
    let deploy = await harness.run("deploy", "pilot", "--yes", sources: sources) { DriftStack(delay: 30) }
    #expect(deploy.status == 0, "\(deploy.reports)")
    let rows = try await objects(harness).map { "legacy/\($0.0),\($0.2),\($0.1)" }.joined(separator: "\n")
    let file = try harness.file("legacy.csv", rows)
    let written = harness.directory.appendingPathComponent("LegacyStack.swift")
    let output = await harness.run("import", "pilot", "--from", file, "--swift", written.path, sources: sources) { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    let text = try String(contentsOf: written, encoding: .utf8)
    if ProcessInfo.processInfo.environment["STRATA_RECORD"] != nil { try Data(text.utf8).write(to: Self.golden) }
    #expect(text == (try String(contentsOf: Self.golden, encoding: .utf8)))

    let plan = await harness.run("plan", "pilot", "--detailed-exitcode", "--details") {
      DriftStack(delay: 30)
      LegacyStack()
    }
    #expect(plan.status == 0, "\(plan.text)\(plan.reports)")
    // Until the declarations are there, nothing is deleted without a word.
    let without = await harness.run("deploy", "pilot", "--yes") { DriftStack(delay: 30) }
    #expect(without.status == 1)
    #expect(without.reports.contains("is protected"))
  }

  @Test("Into a stack that the program has, members are written, with what else the stack needs")
  func members() async throws {
    let harness = try CommandHarness()
    let queue = try await harness.make("AWS::SQS::Queue", ["QueueName": "more"])
    let output = await harness.run("import", "pilot", "app/more", queue, "--type", "AWS::SQS::Queue") { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.text.contains("// In the stack 'app':\n  lazy var more = SQS.Queue(\"more\", queueName: \"more\").protected()\n"))
  }

  @Test("Tags that the environment adds, AWS's and the engine's are not declared again")
  func tags() async throws {
    let harness = try CommandHarness()
    let tags: PropertyValue = [["Key": "Stage", "Value": "pilot"], ["Key": "Mine", "Value": "1"], ["Key": "Other", "Value": "2"]]
    let queue = try await harness.make("AWS::SQS::Queue", ["QueueName": "more", "Tags": tags])
    let output = await harness.run(
      "import", "pilot", "app/more", queue, "--type", "AWS::SQS::Queue", tags: ["Stage": "pilot"]
    ) { DriftStack(delay: 30) }
    #expect(output.status == 0, "\(output.reports)")
    #expect(output.text.contains(#"SQS.Queue("more", queueName: "more", tags: ["Mine": "1", "Other": "2"]).protected()"#))
    #expect(output.text.contains("The program says what they hold"))
  }
}
