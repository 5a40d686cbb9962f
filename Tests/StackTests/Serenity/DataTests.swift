import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: data")
struct DataTests {
  @Test("The tables have the guide's names, keys, billing and expiry, and can be restored for 35 days")
  func tables() throws {
    let graph = try SerenityGraphs.pilot
    let sessions = try graph.resource("data/sessions/table")
    #expect(sessions["TableName"] == "serenity-pilot-sessions")
    #expect(sessions["KeySchema"]?.arrayValue?.map { $0["AttributeName"] } == ["sessionId"])
    #expect(sessions["TimeToLiveSpecification.AttributeName"] == "ttl")
    let audit = try graph.resource("data/audit/table")
    #expect(audit["TableName"] == "serenity-pilot-audit")
    #expect(audit["KeySchema"]?.arrayValue?.map { $0["AttributeName"] } == ["userId", "timestamp"])
    #expect(audit["AttributeDefinitions"]?.arrayValue?.map { $0["AttributeType"] } == ["S", "N"])
    #expect(audit["TimeToLiveSpecification.AttributeName"] == "retentionTtl")
    for table in [sessions, audit] {
      #expect(table["BillingMode"] == "PAY_PER_REQUEST")
      #expect(table["SSESpecification.SSEType"] == "KMS")
      #expect(table["PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled"] == true)
      #expect(table["PointInTimeRecoverySpecification.RecoveryPeriodInDays"] == 35)
      #expect(table["DeletionProtectionEnabled"] == true)
      #expect(table.lifecycle.isProtected)
    }
  }

  @Test("No bucket can be public, every one keeps versions, refuses access lists, and is protected")
  func buckets() throws {
    let buckets = try SerenityGraphs.pilot.all(S3.Bucket.self)
    #expect(buckets.count == 5)
    for bucket in buckets {
      let block = try #require(bucket["PublicAccessBlockConfiguration"]?.objectValue)
      #expect(["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"].allSatisfy { block[$0] == true })
      #expect(bucket["VersioningConfiguration.Status"] == "Enabled")
      #expect(bucket["OwnershipControls.Rules[0].ObjectOwnership"] == "BucketOwnerEnforced")
      #expect(bucket.lifecycle.isProtected)
    }
  }

  @Test("Every bucket has one policy, which refuses requests without TLS 1.2")
  func bucketPolicies() throws {
    let graph = try SerenityGraphs.pilot
    let policies = graph.all(S3.BucketPolicy.self)
    #expect(Set(policies.compactMap { $0.producer(at: "Bucket")?.address }) == Set(graph.all(S3.Bucket.self).map(\.address)))
    #expect(policies.count == 5)
    for policy in policies {
      let plain = try #require(policy.statement("TLSOnly", at: "PolicyDocument"))
      #expect(plain["Effect"] == "Deny" && plain["Condition"]?["Bool"]?["aws:SecureTransport"] == "false")
      let old = try #require(policy.statement("TLS12", at: "PolicyDocument"))
      #expect(old["Effect"] == "Deny" && old["Condition"]?["NumericLessThan"]?["s3:TlsVersion"] == "1.2")
      for statement in policy.statements("PolicyDocument") where statement["Effect"] == "Allow" {
        #expect(statement["Condition"] != nil, "\(policy.address) \(statement["Sid"] ?? .null)")
      }
    }
  }

  @Test("Web assets lose their old versions after 30 days")
  func webAssets() throws {
    let bucket = try SerenityGraphs.pilot.resource("data/web-assets/bucket")
    #expect(bucket["BucketName"] == "serenity-pilot-web-assets-123456789012")
    #expect(bucket["LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration.NoncurrentDays"] == 30)
  }

  @Test("Audit logs are locked for seven years, expire no sooner, and their versions are deleted with multi-factor authentication only")
  func auditLogs() throws {
    let graph = try SerenityGraphs.pilot
    let bucket = try graph.resource("data/audit-logs/bucket")
    #expect(bucket["BucketName"] == "serenity-pilot-audit-logs-123456789012")
    #expect(bucket["ObjectLockEnabled"] == true)
    #expect(bucket["ObjectLockConfiguration.Rule.DefaultRetention"] == ["Mode": "COMPLIANCE", "Years": 7])
    let rules = try #require(bucket["LifecycleConfiguration.Rules"]?.arrayValue)
    #expect(rules.compactMap { $0["ExpirationInDays"]?.integerValue } == [2557])
    let policy = try graph.resource("data/audit-logs/policy")
    let deny = try #require(policy.statement("DeletionNeedsMFA", at: "PolicyDocument"))
    #expect(Set(deny.actions) == ["s3:DeleteObjectVersion", "s3:PutBucketVersioning"])
    #expect(deny["Condition"]?["BoolIfExists"]?["aws:MultiFactorAuthPresent"] == "false")
  }

  @Test("Audit logs are replicated to a locked bucket in another region")
  func replication() throws {
    let graph = try SerenityGraphs.pilot
    let bucket = try graph.resource("data/audit-logs/bucket")
    let replica = try graph.resource("data/audit-replica/bucket")
    #expect(replica.placement.region == "us-west-2")
    #expect(replica["ObjectLockEnabled"] == true)
    let rule: PropertyPath = "ReplicationConfiguration.Rules[0]"
    #expect(bucket[rule]?["Status"] == "Enabled")
    #expect(bucket[rule]?["SourceSelectionCriteria"]?["SseKmsEncryptedObjects"]?["Status"] == "Enabled")
    #expect(bucket.producer(at: "ReplicationConfiguration.Rules[0].Destination.Bucket")?.address == replica.address)
    #expect(
      bucket.producer(at: "ReplicationConfiguration.Rules[0].Destination.EncryptionConfiguration.ReplicaKmsKeyID")?.address
        == "data/recovery-key/key")
  }

  @Test("AWS Config and the backup reports do not write to a bucket with a default retention, which AWS Config refuses")
  func complianceBucket() throws {
    let graph = try SerenityGraphs.pilot
    let bucket = try #require(graph.all(Config.DeliveryChannel.self).first?.producer(at: "S3BucketName"))
    #expect(bucket.address == "data/compliance/bucket")
    #expect(bucket["ObjectLockConfiguration"] == nil)
    #expect(graph.all(Backup.ReportPlan.self).first?.dependencies.map(\.address).contains(bucket.address) == true)
  }

  @Test("No tag of an image can be moved but `latest`, and images are scanned")
  func repository() throws {
    let repository = try SerenityGraphs.pilot.resource("data/api")
    #expect(repository["RepositoryName"] == "serenity/api")
    #expect(repository["ImageTagMutability"] == "IMMUTABLE_WITH_EXCLUSION")
    #expect(repository["ImageTagMutabilityExclusionFilters[0].ImageTagMutabilityExclusionFilterValue"] == "latest")
    #expect(repository["ImageScanningConfiguration.ScanOnPush"] == true)
  }
}
