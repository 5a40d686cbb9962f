import Strata

@Stack final class LegacyStack {
  lazy var data = KMS.Key(
    "data",
    description: "Legacy data",
    enableKeyRotation: true,
    keyPolicy: [
      "Statement": [["Action": "kms:*", "Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::123456789012:root"], "Resource": "*"]],
      "Version": "2012-10-17",
    ]
  ).protected()

  lazy var dataAlias = KMS.Alias("data-alias", aliasName: "alias/legacy", targetKeyId: .existing(data.keyId)).protected()

  lazy var depth = CloudWatch.Alarm(
    "depth",
    alarmName: "legacy-depth",
    comparisonOperator: .greaterThanThreshold,
    dimensions: [.init(name: "QueueName", value: "legacy-events")],
    evaluationPeriods: 3,
    metricName: "ApproximateNumberOfMessagesVisible",
    namespace: "AWS/SQS",
    period: 60,
    statistic: .maximum,
    threshold: 100.5
  ).protected()

  lazy var events = SQS.Queue("events", kmsMasterKeyId: data, queueName: "legacy-events", visibilityTimeout: 90).protected()

  lazy var main = EC2.VPC(
    "main",
    cidrBlock: "10.9.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: ["Name": "legacy \"main\"", "Owner": "tests"]
  ).protected()

  lazy var private1 = EC2.Subnet("private-1", vpcId: main, availabilityZone: "us-east-1a", cidrBlock: "10.9.1.0/24").protected()

  lazy var reader = IAM.Role(
    "reader",
    assumeRolePolicyDocument: [
      "Statement": [["Action": "sts:AssumeRole", "Effect": "Allow", "Principal": ["Service": "lambda.amazonaws.com"]]],
      "Version": "2012-10-17",
    ],
    policies: [
      .init(
        policyDocument: [
          "Statement": [
            ["Action": ["s3:GetObject", "s3:ListBucket"], "Effect": "Allow", "Resource": ["\(reports.arn)", "\(reports.arn)/*"]]
          ],
          "Version": "2012-10-17",
        ],
        policyName: "read"
      )
    ],
    roleName: "legacy-reader"
  ).protected()

  lazy var reports = S3.Bucket(
    "reports",
    bucketEncryption: .init(
      serverSideEncryptionConfiguration: [
        .init(bucketKeyEnabled: true, serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms, kmsMasterKeyId: data))
      ]
    ),
    bucketName: "legacy-reports",
    lifecycleConfiguration: .init(rules: [.init(status: .enabled, expirationInDays: 90, id: "expire", prefix: "tmp/")]),
    publicAccessBlockConfiguration: .init(
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true
    ),
    versioningConfiguration: .init(status: .enabled)
  ).protected()

  lazy var sessions = DynamoDB.Table(
    "sessions",
    keySchema: [.init(attributeName: "id", keyType: "HASH")],
    attributeDefinitions: [.init(attributeName: "id", attributeType: .s)],
    billingMode: "PAY_PER_REQUEST",
    pointInTimeRecoverySpecification: .init(pointInTimeRecoveryEnabled: true),
    tableName: "legacy-sessions"
  ).protected()

  lazy var web = EC2.SecurityGroup(
    "web",
    groupDescription: "Web servers",
    groupName: "legacy-web",
    securityGroupIngress: [
      .init(ipProtocol: "tcp", cidrIp: "10.9.0.0/16", description: "Health", fromPort: 8080, toPort: 8081),
      .init(ipProtocol: "tcp", cidrIp: "0.0.0.0/0", description: "HTTPS", fromPort: 443, toPort: 443),
    ],
    vpcId: main
  ).protected()
}
