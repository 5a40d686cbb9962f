import Strata
import StrataModel
import StrataTesting
import Testing

@testable import KMSEverywhereStacks

@Suite("KMS everywhere")
struct KMSEverywhereTests {
  private func graph() throws -> ResourceGraph { try EnvironmentGraphs.graph(of: "kms-baseline") }

  @Test("There is one key, and everything at rest is encrypted with it")
  func oneKey() throws {
    let graph = try graph()
    #expect(graph.all(KMS.Key.self).map(\.address) == ["encryption/key/key"])
    let keyed: [(type: String, path: PropertyPath)] = [
      ("AWS::RDS::DBInstance", "KmsKeyId"), ("AWS::RDS::DBInstance", "PerformanceInsightsKMSKeyId"),
      ("AWS::RDS::DBInstance", "MasterUserSecret.KmsKeyId"),
      ("AWS::S3::Bucket", "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID"),
      ("AWS::Logs::LogGroup", "KmsKeyId"), ("AWS::Lambda::Function", "KmsKeyArn"), ("AWS::SecretsManager::Secret", "KmsKeyId"),
      ("AWS::SNS::Topic", "KmsMasterKeyId"), ("AWS::ECR::Repository", "EncryptionConfiguration.KmsKey"),
      ("AWS::CloudTrail::Trail", "KMSKeyId"),
    ]
    for (type, path) in keyed {
      let resources = graph.all(ofType: type)
      #expect(!resources.isEmpty, "\(type)")
      for resource in resources { #expect(resource.producer(at: path)?.address == "encryption/key/key", "\(resource.address) \(path)") }
    }
  }

  @Test("The document's 30 days of rotation are refused, also where the compiler cannot see them")
  func naiveRotation() {
    let found = diagnostics {
      EncryptedKey("key", alias: "naive", description: "Rotates each month", uses: [], rotationDays: 30)
    }
    #expect(found.contains { $0.severity == .error && $0.message.contains("RotationPeriodInDays must be in 90...2560, not 30") })
  }

  @Test("Callers use the key through six services, and grants are for services alone")
  func callers() throws {
    let key = try graph().resource("encryption/key/key")
    let callers = try #require(key.statement("ThroughServices", at: "KeyPolicy"))
    #expect(
      Set(callers.condition("StringEquals", "kms:ViaService"))
        == Set(["rds", "s3", "lambda", "secretsmanager", "sns", "ecr"].map { "\($0).us-east-1.amazonaws.com" }))
    #expect(callers.condition("StringEquals", "kms:CallerAccount") == ["123456789012"])
    let grants = try #require(key.statement("GrantsThroughServices", at: "KeyPolicy"))
    #expect(grants.condition("Bool", "kms:GrantIsForAWSResource") == ["true"])
  }

  @Test("The key's policy covers every log group by its name")
  func logGroups() throws {
    let graph = try graph()
    let key = try graph.resource("encryption/key/key")
    let statement = try #require(key.statement("Logs", at: "KeyPolicy"))
    #expect(statement["Principal"]?["Service"] == "logs.us-east-1.amazonaws.com")
    let patterns = statement.condition("ArnLike", "kms:EncryptionContext:aws:logs:arn").compactMap { $0.split(separator: ":").last }
    let groups = graph.all(Logs.LogGroup.self)
    #expect(groups.count == 5)
    for group in groups {
      let name = try #require(group.text("LogGroupName"))
      #expect(patterns.contains { name.hasPrefix($0.dropLast()) }, "\(name)")
    }
  }

  @Test("The database is encrypted, private, over two zones, recoverable, and speaks TLS")
  func database() throws {
    let graph = try graph()
    let database = try graph.resource("data/database/instance")
    for flag: PropertyPath in [
      "StorageEncrypted", "MultiAZ", "DeletionProtection", "CopyTagsToSnapshot", "EnableIAMDatabaseAuthentication",
      "ManageMasterUserPassword", "EnablePerformanceInsights",
    ] {
      #expect(database[flag] == true, "\(flag)")
    }
    #expect(database["PubliclyAccessible"] == false)
    #expect(database["BackupRetentionPeriod"] == 35)
    #expect(database["MasterUserPassword"] == nil)
    #expect(database.lifecycle.isProtected)
    #expect(try graph.resource("data/database/parameters")["Parameters"]?["rds.force_ssl"] == "1")
    // RDS would make log groups of these names without a key.
    let logs = try #require(database["EnableCloudwatchLogsExports"]?.texts)
    for log in logs {
      let group = try #require(
        graph.all(Logs.LogGroup.self).first { $0.text("LogGroupName") == "/aws/rds/instance/kms-baseline-main/\(log)" })
      #expect(database.dependencies.map(\.address).contains(group.address))
    }
    for route in graph.all(EC2.Route.self) { Issue.record("\(route.address) leads out of the database's network") }
  }

  @Test("Buckets refuse objects under another key, and what is not sent over TLS")
  func buckets() throws {
    let policies = try graph().all(S3.BucketPolicy.self)
    #expect(policies.count == 2)
    for policy in policies {
      let other = try #require(policy.statement("OnlyThisKey", at: "PolicyDocument"))
      #expect(other.isDeny && other.covers("s3:PutObject") && other["Principal"] == "*")
      let header = "s3:x-amz-server-side-encryption-aws-kms-key-id"
      #expect(policy.producer(at: "PolicyDocument") != nil)
      #expect(other["Condition"]?["ArnNotEquals"]?[header] != nil)
      #expect(other.condition("Null", header) == ["false"])
      let kms = try #require(policy.statement("OnlyKMS", at: "PolicyDocument"))
      #expect(kms.condition("StringNotEquals", "s3:x-amz-server-side-encryption") == ["aws:kms"])
      #expect(policy.statement("TLSOnly", at: "PolicyDocument") != nil)
    }
    for bucket in try graph().all(S3.Bucket.self) {
      #expect(bucket["BucketEncryption.ServerSideEncryptionConfiguration[0].BucketKeyEnabled"] == true)
    }
  }

  @Test("Images are scanned and their tags stay what they are")
  func images() throws {
    let repository = try graph().resource("data/images")
    #expect(repository["ImageScanningConfiguration.ScanOnPush"] == true)
    #expect(repository["ImageTagMutability"] == "IMMUTABLE")
  }

  @Test("The function holds a secret's name and not the secret, and may read that one alone")
  func function() throws {
    let graph = try graph()
    let function = try graph.resource("notification/notifier/function")
    #expect(function.producer(at: "Environment.Variables.WEBHOOK_SECRET")?.address == "data/webhook")
    let role = try graph.resource("notification/notifier/role/role")
    let reads = role.allStatements.filter { $0.covers("secretsmanager:GetSecretValue") }
    #expect(reads.count == 1 && reads[0].resources == ["*"])
    #expect(role.dependencies.map(\.address).contains("data/webhook"))
    #expect(function.producer(at: "LoggingConfig.LogGroup")?.address == "notification/notifier/logs/group")
    let permission = try graph.resource("notification/alarms-may-call")
    #expect(permission.producer(at: "SourceArn")?.address == "encryption/alarms/topic")
  }

  @Test("Suspicious calls raise alarms: refused use, grants to people, and unusually many decryptions")
  func suspicious() throws {
    let graph = try graph()
    for event in ["key-disabled", "key-deletion", "key-policy-changes", "key-grants", "refused-key-use"] {
      let filter = try graph.resource(ResourceAddress("monitoring/security/\(event)-filter"))
      #expect(filter.text("FilterPattern")?.contains("kms.amazonaws.com") == true)
    }
    let alarm = try graph.resource("monitoring/unusual-decryption/alarm")
    #expect(alarm["ThresholdMetricId"] == "band")
    #expect(alarm["ComparisonOperator"] == "GreaterThanUpperThreshold")
    let detector = try graph.resource("monitoring/unusual-decryption/detector")
    let counted = try graph.resource("monitoring/decryptions")
    #expect(detector["MetricName"] == counted["MetricTransformations[0].MetricName"])
    #expect(alarm["Metrics[0].MetricStat.Metric.MetricName"] == detector["MetricName"])
  }

  @Test("Access is reviewed: findings of outside and unused access, and a reminder each quarter")
  func reviews() throws {
    let graph = try graph()
    #expect(Set(graph.all(AccessAnalyzer.Analyzer.self).compactMap { $0.text("Type") }) == ["ACCOUNT", "ACCOUNT_UNUSED_ACCESS"])
    let reminder = try graph.resource("monitoring/access-review/reminder/schedule")
    #expect(reminder.text("ScheduleExpression") == "cron(0 9 1 1,4,7,10 ? *)")
    #expect(reminder.producer(at: "Target.Arn")?.address == "encryption/reviews/topic")
  }
}
