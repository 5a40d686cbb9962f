import StrataModel
import StrataSynthesis
import Testing

@Suite("Checks of data stores")
struct DataCheckTests {
  private func table(_ attributes: [String], keys: [(String, String)], index: [String] = []) -> PropertyObject {
    func schema(_ keys: [(String, String)]) -> PropertyValue {
      .array(keys.map { ["AttributeName": .string($0.0), "KeyType": .string($0.1)] })
    }
    var properties: PropertyObject = [
      "AttributeDefinitions": .array(attributes.map { ["AttributeName": .string($0), "AttributeType": "S"] }), "KeySchema": schema(keys),
      "BillingMode": "PAY_PER_REQUEST",
    ]
    if !index.isEmpty {
      properties["GlobalSecondaryIndexes"] = [
        ["IndexName": "index", "Projection": ["ProjectionType": "ALL"], "KeySchema": schema(index.map { ($0, "HASH") })]
      ]
    }
    return properties
  }

  @Test("A table defines exactly the attributes that its keys and indexes name")
  func tableKeys() {
    func found(_ properties: PropertyObject) -> [String] {
      var program = Program()
      program.add("data/table", "DynamoDB::Table", properties)
      let codes: Set = ["undefined-key-attribute", "unused-attribute-definition", "key-order"]
      return program.synthesized().diagnostics.filter { codes.contains($0.code) }.map(\.message)
    }
    #expect(found(table(["id", "owner"], keys: [("id", "HASH")], index: ["owner"])) == [])
    #expect(
      found(table(["id"], keys: [("id", "HASH")], index: ["owner"])) == [
        "GlobalSecondaryIndexes[0].KeySchema names 'owner', which AttributeDefinitions does not define"
      ])
    #expect(
      found(table(["id", "email"], keys: [("id", "HASH")])) == ["AttributeDefinitions defines 'email', which no key or index uses"])
    #expect(
      found(table(["id", "at"], keys: [("at", "RANGE"), ("id", "HASH")])) == [
        "KeySchema begins with a RANGE key; the HASH key comes first", "KeySchema has two HASH keys; the second must be RANGE",
      ])
  }

  @Test("A read replica's source has backups and a password of its own")
  func replicas() {
    func found(_ source: PropertyObject) -> [String] {
      var program = Program()
      program.add("data/main", "RDS::DBInstance", source)
      program.add(
        "data/replica", "RDS::DBInstance",
        ["SourceDBInstanceIdentifier": ref("data/main", "DBInstanceIdentifier"), "DBInstanceClass": "db.t4g.small"])
      return program.synthesized().diagnostics.filter { $0.code.hasPrefix("replica-") }.map { "\($0.message)" }
    }
    #expect(found(["BackupRetentionPeriod": 7]) == [])
    #expect(
      found(["BackupRetentionPeriod": 0, "ManageMasterUserPassword": true]) == [
        "'data/main' has its password managed by RDS, and such an instance can have no read replica",
        "'data/main' keeps no backups (BackupRetentionPeriod 0), which a read replica needs",
      ])
  }

  @Test("A cache's token needs encryption, and its failover a second node")
  func cache() {
    func found(_ properties: PropertyObject) -> [String] {
      var program = Program()
      program.add("data/cache", "ElastiCache::ReplicationGroup", properties)
      let codes: Set = ["token-without-encryption", "failover-without-replica"]
      return program.synthesized().diagnostics.filter { codes.contains($0.code) }.map(\.message)
    }
    #expect(found(["AuthToken": "x", "TransitEncryptionEnabled": true, "AutomaticFailoverEnabled": true, "NumCacheClusters": 2]) == [])
    #expect(found(["AuthToken": "x"]) == ["AuthToken needs TransitEncryptionEnabled"])
    #expect(
      found(["AutomaticFailoverEnabled": true, "NumCacheClusters": 1]) == [
        "AutomaticFailoverEnabled needs NumCacheClusters of 2 or more, not 1"
      ])
    #expect(
      found(["AutomaticFailoverEnabled": false, "MultiAZEnabled": true]) == ["MultiAZEnabled needs AutomaticFailoverEnabled"])
  }

  private func bucket(_ properties: PropertyObject) -> [String] {
    var program = Program()
    program.add("data/bucket", "S3::Bucket", properties)
    return program.findings
  }

  @Test("Object Lock needs versioning and its switch")
  func objectLock() {
    let lock: PropertyValue = ["ObjectLockEnabled": "Enabled", "Rule": ["DefaultRetention": ["Mode": "COMPLIANCE", "Years": 7]]]
    #expect(bucket(["ObjectLockEnabled": true, "ObjectLockConfiguration": lock, "VersioningConfiguration": ["Status": "Enabled"]]) == [])
    #expect(
      bucket(["ObjectLockConfiguration": lock]) == [
        "App.swift:10:5: error [object-lock-not-enabled] ObjectLockConfiguration needs ObjectLockEnabled"
      ])
    #expect(
      bucket(["ObjectLockEnabled": true, "VersioningConfiguration": ["Status": "Suspended"]]) == [
        "App.swift:10:5: error [object-lock-without-versioning] Object Lock needs versioning, which VersioningConfiguration suspends"
      ])
  }

  @Test("A lifecycle does not expire what Object Lock still keeps: seven years are up to 2557 days")
  func lifecycle() {
    func found(_ days: Int) -> [String] {
      bucket([
        "ObjectLockEnabled": true, "VersioningConfiguration": ["Status": "Enabled"],
        "ObjectLockConfiguration": ["ObjectLockEnabled": "Enabled", "Rule": ["DefaultRetention": ["Mode": "COMPLIANCE", "Years": 7]]],
        "LifecycleConfiguration": [
          "Rules": [["Status": "Enabled", "ExpirationInDays": .integer(days), "NoncurrentVersionExpiration": ["NoncurrentDays": 1]]]
        ],
      ])
    }
    #expect(found(2_557) == [])
    #expect(
      found(2_555) == [
        "App.swift:10:5: warning [lifecycle-before-lock-ends] LifecycleConfiguration.Rules[0].ExpirationInDays is 2555, but Object Lock keeps "
          + "each version for 2557 days"
      ])
  }

  @Test("Replication needs versioning on both sides")
  func replication() {
    func found(_ source: PropertyValue?, _ destination: PropertyValue?) -> [String] {
      messages("replication-without-versioning") { program in
        var copy: PropertyObject = ["BucketName": "copy-bucket"]
        copy["VersioningConfiguration"] = destination
        program.add("data/copy", "S3::Bucket", copy)
        var bucket: PropertyObject = [
          "ReplicationConfiguration": [
            "Role": "arn:aws:iam::123456789012:role/r",
            "Rules": [["Status": "Enabled", "Destination": ["Bucket": ref("data/copy", "Arn")]]],
          ]
        ]
        bucket["VersioningConfiguration"] = source
        program.add("data/bucket", "S3::Bucket", bucket)
      }
    }
    #expect(found(["Status": "Enabled"], ["Status": "Enabled"]) == [])
    #expect(
      found(["Status": "Enabled"], nil) == ["20 error: ReplicationConfiguration replicates to 'data/copy', which has no versioning"])
    #expect(
      found(nil, ["Status": "Enabled"]) == ["20 error: ReplicationConfiguration needs versioning of the bucket"])
  }

  @Test("Backups stay 90 days in cold storage, and continuous ones 35 at most")
  func backups() {
    func found(_ rule: PropertyObject) -> [String] {
      var program = Program()
      program.add(
        "data/vault", "Backup::BackupVault",
        ["BackupVaultName": "vault", "LockConfiguration": ["MinRetentionDays": 7, "MaxRetentionDays": 400]])
      program.add(
        "data/plan", "Backup::BackupPlan",
        [
          "BackupPlan": [
            "BackupPlanName": "daily",
            "BackupPlanRule": [
              .object(rule.merging(["RuleName": "daily", "TargetBackupVault": ref("data/vault", "BackupVaultName")]))
            ],
          ]
        ])
      return program.synthesized().diagnostics.map { "\($0.severity): \($0.message)" }
    }
    #expect(found(["Lifecycle": ["MoveToColdStorageAfterDays": 30, "DeleteAfterDays": 120]]) == [])
    #expect(
      found(["Lifecycle": ["MoveToColdStorageAfterDays": 30, "DeleteAfterDays": 100]]) == [
        "error: BackupPlan.BackupPlanRule[0].Lifecycle deletes after 100 days, 70 days after the move to cold storage; 90 are the least"
      ])
    #expect(
      found(["EnableContinuousBackup": true, "Lifecycle": ["DeleteAfterDays": 60]]) == [
        "error: BackupPlan.BackupPlanRule[0] keeps continuous backups for 60 days; 35 are the most"
      ])
    #expect(
      found(["Lifecycle": ["DeleteAfterDays": 3]]) == [
        "warning: BackupPlan.BackupPlanRule[0] keeps backups for 3 days, outside of what the vault's lock admits: every job would fail"
      ])
  }
}
