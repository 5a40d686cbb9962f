import StrataDeployment
import StrataModel
import Testing

@testable import StrataEmbeddedCloud

@Suite("Rules of KMS, IAM, CloudTrail, Config and Cognito")
struct SecurityRuleTests {
  @Test("A key policy names principals that exist; a new role is unknown for a moment")
  func principals() throws {
    var cloud = CloudFixture()
    expectRefusal("MalformedPolicyDocumentException") {
      try cloud.make("KMS::Key", ["KeyPolicy": CloudFixture.keyPolicy(principals: ["arn:aws:iam::123456789012:role/none"])])
    }
    cloud = CloudFixture(.full)
    let role = try cloud.role("app")
    let policy: PropertyObject = ["KeyPolicy": CloudFixture.keyPolicy(principals: [role])]
    do {
      try cloud.make("KMS::Key", policy)
      Issue.record("the role was known at once")
    } catch {
      #expect(error.code == .notYetConsistent)
    }
    cloud.now += 15_000
    #expect(try cloud.make("KMS::Key", policy).identifier.count == 36)
  }

  @Test("Rotation and waiting windows have limits, asymmetric keys do not rotate, and nobody is locked out")
  func keys() throws {
    var cloud = CloudFixture()
    let policy = CloudFixture.keyPolicy()
    expectRefusal("ValidationException") { try cloud.make("KMS::Key", ["KeyPolicy": policy, "RotationPeriodInDays": 30]) }
    expectRefusal("ValidationException") { try cloud.make("KMS::Key", ["KeyPolicy": policy, "PendingWindowInDays": 31]) }
    expectRefusal("UnsupportedOperationException") {
      try cloud.make("KMS::Key", ["KeyPolicy": policy, "KeySpec": "RSA_2048", "KeyUsage": "SIGN_VERIFY", "EnableKeyRotation": true])
    }
    expectRefusal("MalformedPolicyDocumentException") {
      try cloud.make(
        "KMS::Key",
        [
          "KeyPolicy": [
            "Version": "2012-10-17",
            "Statement": [["Effect": "Allow", "Principal": ["AWS": "*"], "Action": "kms:Decrypt", "Resource": "*"]],
          ]
        ])
    }
    #expect(try cloud.make("KMS::Key", ["KeyPolicy": policy, "RotationPeriodInDays": 365]).identifier.count == 36)
  }

  @Test("A key that is disabled, missing or pending deletion encrypts nothing")
  func encryption() throws {
    var cloud = CloudFixture()
    let off = try cloud.key([], ["Enabled": false])
    expectRefusal("DisabledException") { try cloud.make("SNS::Topic", ["TopicName": "alarms", "KmsMasterKeyId": .string(off)]) }
    expectRefusal("KMSNotFoundException") {
      try cloud.make("SNS::Topic", ["TopicName": "alarms", "KmsMasterKeyId": "alias/none"])
    }
    let key = try cloud.key()
    let id = String(key.tail)
    try cloud.make("SNS::Topic", ["TopicName": "alarms", "KmsMasterKeyId": .string(id)])
    try cloud.make("KMS::Alias", ["AliasName": "alias/app", "TargetKeyId": .string(id)])
    try cloud.make("SNS::Topic", ["TopicName": "more", "KmsMasterKeyId": "alias/app"])
    try cloud.make("SNS::Topic", ["TopicName": "managed", "KmsMasterKeyId": "alias/aws/sns"])
    #expect(try cloud.delete("KMS::Key", id, ["PendingWindowInDays": 7]).pendingDeletion == (cloud.now + 7 * 86_400_000) / 1000)
    expectRefusal("KMSInvalidStateException") { try cloud.make("SQS::Queue", ["QueueName": "jobs", "KmsMasterKeyId": .string(id)]) }
    expectRefusal("KMSInvalidStateException") { try cloud.make("KMS::Alias", ["AliasName": "alias/late", "TargetKeyId": .string(id)]) }
    #expect(try cloud.read("KMS::Key", id).pendingDeletionUntil != nil)
    cloud.now += 8 * 86_400_000
    expectRefusal("NotFoundException") { _ = try cloud.read("KMS::Key", id) }
  }

  @Test("Reserved aliases are refused, and a replica needs a multi-Region primary elsewhere")
  func aliasesAndReplicas() throws {
    var cloud = CloudFixture()
    let single = try cloud.key()
    expectRefusal("InvalidAliasNameException") {
      try cloud.make("KMS::Alias", ["AliasName": "alias/aws/mine", "TargetKeyId": .string(String(single.tail))])
    }
    let replica: (String) -> PropertyObject = { ["PrimaryKeyArn": .string($0), "KeyPolicy": CloudFixture.keyPolicy()] }
    expectRefusal("UnsupportedOperationException") { try cloud.make("KMS::ReplicaKey", replica(single), in: "us-west-2") }
    let primary = try cloud.key([], ["MultiRegion": true])
    expectRefusal("ValidationException") { try cloud.make("KMS::ReplicaKey", replica(primary)) }
    #expect(try cloud.make("KMS::ReplicaKey", replica(primary), in: "us-west-2").identifier == String(primary.tail))
  }

  @Test("A log group's key must allow the Logs service")
  func logGroups() throws {
    var cloud = CloudFixture()
    let closed = try cloud.key()
    let open = try cloud.key(["logs.us-east-1.amazonaws.com"])
    expectRefusal("InvalidParameterException") {
      try cloud.make("Logs::LogGroup", ["LogGroupName": "/app", "KmsKeyId": .string(closed)])
    }
    expectRefusal("ValidationException") { try cloud.make("Logs::LogGroup", ["LogGroupName": "/app", "RetentionInDays": 2555]) }
    let group = try cloud.make("Logs::LogGroup", ["LogGroupName": "/app", "KmsKeyId": .string(open), "RetentionInDays": 2557])
    #expect(group.properties["Arn"] == "arn:aws:logs:us-east-1:123456789012:log-group:/app:*")
    let filter: (Int, PropertyObject) -> PropertyObject = { number, more in
      [
        "LogGroupName": "/app", "FilterName": .string("filter-\(number)"), "FilterPattern": "ERROR",
        "MetricTransformations": [
          .object((["MetricName": "Errors", "MetricNamespace": "App", "MetricValue": "1"] as PropertyObject).merging(more))
        ],
      ]
    }
    expectRefusal("InvalidParameterException") {
      try cloud.make("Logs::MetricFilter", filter(0, ["DefaultValue": 0, "Dimensions": [["Key": "a", "Value": "$.a"]]]))
    }
    for number in 0..<100 { try cloud.make("Logs::MetricFilter", filter(number, [:])) }
    expectRefusal("LimitExceededException") { try cloud.make("Logs::MetricFilter", filter(100, [:])) }
    #expect(try cloud.delete("Logs::LogGroup", "/app") == .gone)
    #expect(cloud.store.count(of: "AWS::Logs::MetricFilter", in: CloudScope(CloudFixture.place, isGlobal: false)) == 0)
  }

  @Test("A trail needs the bucket's policy, the key's policy, and a role beside the log group")
  func trails() throws {
    var cloud = CloudFixture()
    try cloud.make("S3::Bucket", ["BucketName": "audit-logs"])
    let trail: PropertyObject = ["TrailName": "audit", "S3BucketName": "audit-logs", "IsLogging": true]
    expectRefusal("InsufficientS3BucketPolicyException") { try cloud.make("CloudTrail::Trail", trail) }
    try cloud.make(
      "S3::BucketPolicy",
      [
        "Bucket": "audit-logs",
        "PolicyDocument": [
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Principal": ["Service": "cloudtrail.amazonaws.com"], "Action": ["s3:GetBucketAcl", "s3:PutObject"],
              "Resource": ["arn:aws:s3:::audit-logs", "arn:aws:s3:::audit-logs/*"],
            ]
          ],
        ],
      ])
    let closed = try cloud.key()
    expectRefusal("InsufficientEncryptionPolicyException") {
      try cloud.make("CloudTrail::Trail", trail.merging(["KMSKeyId": .string(closed)]))
    }
    try cloud.make("Logs::LogGroup", ["LogGroupName": "/trail"])
    expectRefusal("InvalidCloudWatchLogsRoleArnException") {
      try cloud.make(
        "CloudTrail::Trail", trail.merging(["CloudWatchLogsLogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:/trail:*"]))
    }
    let key = try cloud.key(["cloudtrail.amazonaws.com"])
    #expect(try cloud.make("CloudTrail::Trail", trail.merging(["KMSKeyId": .string(key)])).identifier == "audit")
  }

  @Test("A role must be assumable by the service that gets it")
  func trust() throws {
    var cloud = CloudFixture()
    let wrong = try cloud.role("tasks", for: "ecs-tasks.amazonaws.com")
    let right = try cloud.role("function")
    let function: (String) -> PropertyObject = {
      ["FunctionName": "rotate", "Role": .string($0), "Runtime": "python3.13", "Handler": "index.handler", "Code": ["ZipFile": "pass"]]
    }
    expectRefusal("InvalidParameterValueException") { try cloud.make("Lambda::Function", function(wrong)) }
    expectRefusal("NoSuchEntity") { try cloud.make("Lambda::Function", function("arn:aws:iam::123456789012:role/none")) }
    #expect(
      try cloud.make("Lambda::Function", function(right)).properties["Arn"] == "arn:aws:lambda:us-east-1:123456789012:function:rotate")
  }

  @Test("A role with policies or in a profile is not deleted, nor a policy that is attached")
  func deleteConflicts() throws {
    var cloud = CloudFixture()
    let policy = try cloud.make(
      "IAM::ManagedPolicy",
      [
        "ManagedPolicyName": "read",
        "PolicyDocument": ["Version": "2012-10-17", "Statement": [["Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"]]],
      ]
    ).identifier
    try cloud.make(
      "IAM::Role",
      [
        "RoleName": "app", "AssumeRolePolicyDocument": CloudFixture.trust("ec2.amazonaws.com"),
        "ManagedPolicyArns": [.string(policy), "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
      ])
    try cloud.make("IAM::InstanceProfile", ["InstanceProfileName": "app", "Roles": ["app"]])
    expectRefusal("DeleteConflict") { try cloud.delete("IAM::ManagedPolicy", policy) }
    expectRefusal("DeleteConflict") { try cloud.delete("IAM::Role", "app") }
    #expect(try cloud.delete("IAM::InstanceProfile", "app") == .gone)
    #expect(try cloud.delete("IAM::Role", "app") == .gone)
    #expect(try cloud.delete("IAM::ManagedPolicy", policy) == .gone)
  }

  @Test("Config rules come after the recorder, standards after the hub, and singletons once")
  func singletons() throws {
    var cloud = CloudFixture()
    let rule: PropertyObject = ["ConfigRuleName": "s3", "Source": ["Owner": "AWS", "SourceIdentifier": "S3_BUCKET_VERSIONING_ENABLED"]]
    expectRefusal("NoAvailableConfigurationRecorderException") { try cloud.make("Config::ConfigRule", rule) }
    let role = try cloud.role("config", for: "config.amazonaws.com")
    let recorder: PropertyObject = ["Name": "default", "RoleARN": .string(role), "RecordingGroup": ["AllSupported": true]]
    try cloud.make("Config::ConfigurationRecorder", recorder)
    expectRefusal("MaxNumberOfConfigurationRecordersExceededException") {
      try cloud.make("Config::ConfigurationRecorder", recorder.merging(["Name": "second"]))
    }
    #expect(try cloud.make("Config::ConfigRule", rule).identifier == "s3")

    let detector = try cloud.make("GuardDuty::Detector", ["Enable": true]).identifier
    #expect(detector.count == 32)
    expectRefusal("BadRequestException") { try cloud.make("GuardDuty::Detector", ["Enable": true]) }
    try cloud.make("GuardDuty::Detector", ["Enable": true], in: "eu-west-1")

    let standard: PropertyObject = ["StandardsArn": "arn:aws:securityhub:us-east-1::standards/pci-dss/v/4.0.1"]
    expectRefusal("InvalidAccessException") { try cloud.make("SecurityHub::Standard", standard) }
    try cloud.make("SecurityHub::Hub")
    try cloud.make("SecurityHub::Standard", standard)
  }

  @Test("Threat protection needs the PLUS tier, and MFA by text message its configuration")
  func userPools() throws {
    var cloud = CloudFixture()
    let strict: PropertyObject = ["UserPoolName": "users", "UserPoolAddOns": ["AdvancedSecurityMode": "ENFORCED"]]
    expectRefusal("FeatureUnavailableInTierException") { try cloud.make("Cognito::UserPool", strict) }
    expectRefusal("InvalidParameterException") {
      try cloud.make("Cognito::UserPool", ["UserPoolName": "users", "MfaConfiguration": "ON", "EnabledMfas": ["SMS_MFA"]])
    }
    let pool = try cloud.make("Cognito::UserPool", strict.merging(["UserPoolTier": "PLUS"])).identifier
    #expect(pool.hasPrefix("us-east-1_") && pool.count == 19)
    try cloud.make("Cognito::UserPoolDomain", ["UserPoolId": .string(pool), "Domain": "serenity-pilot"])
    expectRefusal("InvalidParameterException") { try cloud.delete("Cognito::UserPool", pool) }
  }

  @Test("client_credentials stands alone with scopes that exist, and refresh tokens live an hour")
  func clients() throws {
    var cloud = CloudFixture()
    let pool = try cloud.make("Cognito::UserPool", ["UserPoolName": "users"]).identifier
    let client: PropertyObject = ["UserPoolId": .string(pool), "ClientName": "server", "GenerateSecret": true]
    let machine = client.merging(["AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["api/read"]])
    expectRefusal("InvalidOAuthFlowException") {
      try cloud.make("Cognito::UserPoolClient", machine.merging(["AllowedOAuthFlows": ["client_credentials", "code"]]))
    }
    expectRefusal("ScopeDoesNotExistException") { try cloud.make("Cognito::UserPoolClient", machine) }
    try cloud.make(
      "Cognito::UserPoolResourceServer",
      [
        "UserPoolId": .string(pool), "Identifier": "api", "Name": "api",
        "Scopes": [["ScopeName": "read", "ScopeDescription": "Read"]],
      ])
    let made = try cloud.make("Cognito::UserPoolClient", machine)
    #expect(made.properties["ClientId"]?.stringValue?.count == 26)
    #expect(made.properties["ClientSecret"]?.stringValue?.count == 52)
    expectRefusal("InvalidParameterException") {
      try cloud.make(
        "Cognito::UserPoolClient",
        client.merging(["RefreshTokenValidity": 15, "TokenValidityUnits": ["RefreshToken": "minutes"]]))
    }
    try cloud.make(
      "Cognito::UserPoolClient", client.merging(["RefreshTokenValidity": 60, "TokenValidityUnits": ["RefreshToken": "minutes"]]))
  }
}
