extension SerenitySources {
  static let data = #"""
    @Stack final class DataStack {
      let settings: Settings
      let security: SecurityStack

      lazy var sessions = table("sessions", hash: ("sessionId", .s), ttl: "ttl")
      lazy var audit = table("audit", hash: ("userId", .s), range: ("timestamp", .n), ttl: "retentionTtl")

      func table(_ id: String, hash: (name: String, type: DynamoDB.Table.AttributeDefinition.AttributeType), range: (name: String,
        type: DynamoDB.Table.AttributeDefinition.AttributeType)? = nil, ttl: String) -> DynamoDB.Table {
        let keys = [hash] + (range.map { [$0] } ?? [])
        return DynamoDB.Table(id,
          keySchema: .list(zip(keys, ["HASH", "RANGE"]).map { ["AttributeName": "\($0.name)", "KeyType": "\($1)"] }),
          attributeDefinitions: keys.map { .init(attributeName: $0.name, attributeType: $0.type) },
          billingMode: "PAY_PER_REQUEST",
          pointInTimeRecoverySpecification: .init(pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35),
          sseSpecification: .init(sseEnabled: true, kmsMasterKeyId: security.key, sseType: "KMS"),
          tableName: "\(settings.prefix)-\(id)",
          timeToLiveSpecification: .init(enabled: true, attributeName: ttl)).protected()
      }

      var body: some Infrastructure {
        EncryptedBucket("web-assets", settings: settings, key: security.key,
          lifecycle: .init(status: .enabled, id: "old", noncurrentVersionExpiration: .init(noncurrentDays: 30)))
        EncryptedBucket("audit-logs", settings: settings, key: security.key,
          lifecycle: .init(status: .enabled, expirationInDays: 2557, id: "seven-years"),
          lock: .init(objectLockEnabled: "Enabled", rule: .init(defaultRetention: .init(mode: .compliance, years: 7))))
      }
    }

    @Stack final class EncryptedBucket {
      let id: String, settings: Settings, key: KMS.Key, lifecycle: S3.Bucket.Rule, lock: S3.Bucket.ObjectLockConfiguration?
      init(_ id: String, settings: Settings, key: KMS.Key, lifecycle: S3.Bucket.Rule,
        lock: S3.Bucket.ObjectLockConfiguration? = nil) {
        self.id = id; self.settings = settings; self.key = key; self.lifecycle = lifecycle; self.lock = lock
      }
      lazy var bucket = S3.Bucket(id,
        bucketEncryption: .init(serverSideEncryptionConfiguration: [
          .init(bucketKeyEnabled: true, serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms, kmsMasterKeyId: key)),
        ]),
        bucketName: "\(settings.prefix)-\(id)-\(settings.account)",
        lifecycleConfiguration: .init(rules: [lifecycle]),
        objectLockConfiguration: lock, objectLockEnabled: lock == nil ? nil : true,
        ownershipControls: .init(rules: [.init(objectOwnership: .bucketOwnerEnforced)]),
        publicAccessBlockConfiguration: .init(blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true,
          restrictPublicBuckets: true),
        versioningConfiguration: .init(status: .enabled)).protected()

      var body: some Infrastructure {
        S3.BucketPolicy(id, bucket: bucket, policyDocument: .policy {
          Deny("s3:*", on: bucket.arn, "\(bucket.arn)/*").to(.anyone).when(.isFalse("aws:SecureTransport"))
          Deny("s3:DeleteObjectVersion", "s3:PutBucketVersioning", on: bucket.arn,
            "\(bucket.arn)/*").to(.anyone).when(.isFalseIfPresent("aws:MultiFactorAuthPresent"))
        })
      }
    }
    """#
}
