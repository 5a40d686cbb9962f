import Strata

/// The guide's `SerenityDataStack`: "Database Infrastructure", "Storage Infrastructure", and their replicas.
@Stack final class DataStack {
  let settings: Serenity.Settings
  let security: SecurityStack

  // 3.14 "Name: serenity-pilot-sessions. Partition Key: sessionId (String). Billing: Pay-per-request. Encryption: Customer-managed KMS.
  // TTL: ttl attribute (automatic cleanup). Point-in-time recovery: Enabled"; 3.59 "Point-in-time recovery (35 days)"
  lazy var sessions = EncryptedTable(
    "sessions", name: "\(settings.prefix)-sessions", key: security.key, partitionKey: .string("sessionId"), expiresBy: "ttl")

  // 3.15 "Name: serenity-pilot-audit. Partition Key: userId (String). Sort Key: timestamp (Number). TTL: retentionTtl (7-year HIPAA
  // retention)". The application writes the seven years into `retentionTtl`; DynamoDB deletes some time after, and 35 days of recovery are
  // no archive.
  lazy var audit = EncryptedTable(
    "audit", name: "\(settings.prefix)-audit", key: security.key, partitionKey: .string("userId"), sortKey: .number("timestamp"),
    expiresBy: "retentionTtl")

  // 3.25 "Name: serenity-pilot-web-assets-{account}. Encryption: KMS with customer-managed key. Versioning: Enabled. Public access: Blocked
  // (CloudFront only). Lifecycle: Delete old versions after 30 days". Its policy names the distribution and stands there.
  lazy var webAssets = EncryptedBucket("web-assets", name: settings.bucket("web-assets"), key: security.key, hasPolicy: false)

  // 3.26 "Name: serenity-pilot-audit-logs-{account}. Encryption: KMS with customer-managed key. Versioning: Enabled. Public access:
  // Blocked. Retention: 7 years (HIPAA requirement). MFA delete: Required". MFA delete and a lifecycle exclude each other, and only the
  // root user can set it: Object Lock in compliance mode is stricter, and deleting a version asks for MFA. 3.31 CloudFront's logs come
  // here, 3.37 the trail.
  lazy var auditLogs = AuditBucket(
    "audit-logs", name: settings.bucket("audit-logs"), key: security.key, retention: .years(7),
    writers: [.trail(named: settings.trail), .logDelivery(prefix: "AWSLogs")], replication: replication.configuration)

  // AWS Config cannot deliver to a bucket with a default Object Lock retention, so its snapshots and the backup reports have their own.
  lazy var compliance = EncryptedBucket(
    "compliance", name: settings.bucket("compliance"), key: security.key, oldVersionDays: Retention.sevenYears.days,
    writers: [.configuration, .backupReports])

  // "S3: KMS encryption for all buckets": but load balancers deliver logs only to buckets with S3's own keys.
  lazy var loadBalancerLogs = LoadBalancerLogBucket("load-balancer-logs", name: settings.bucket("alb-logs"))

  // 3.59 "S3: Cross-region replication for critical data"
  lazy var recoveryKey = EncryptedKey(
    "recovery-key", alias: "\(settings.prefix)-recovery", description: "Serenity \(settings.environment): replicas and backup copies",
    uses: []
  ).placed(in: settings.recoveryRegion)
  lazy var auditReplica = AuditBucket(
    "audit-replica", name: settings.bucket("audit-replica"), key: recoveryKey, retention: .years(7)
  ).placed(in: settings.recoveryRegion)
  lazy var replication = BucketReplication(
    "replication", source: settings.bucket("audit-logs"), sourceKey: security.key.key, replica: auditReplica.bucket,
    replicaKey: recoveryKey.key, replicaRegion: settings.recoveryRegion)

  // 3.9 "Image: serenity/api:latest". No tag but `latest` can be moved: with wholly immutable tags nothing could ever be pushed to it
  // again.
  lazy var repository = ECR.Repository(
    "api", encryptionConfiguration: .init(encryptionType: .kms, kmsKey: security.key),
    imageScanningConfiguration: .init(scanOnPush: true), imageTagMutability: .immutableWithExclusion,
    imageTagMutabilityExclusionFilters: [
      .init(imageTagMutabilityExclusionFilterType: .wildcard, imageTagMutabilityExclusionFilterValue: "latest")
    ],
    repositoryName: "serenity/api"
  ).protected()

  var body: some Infrastructure {
    Output("dynamodb-session-table", sessions.tableName)
    Output("dynamodb-audit-table", audit.tableName)
    Output("web-assets-bucket", webAssets.bucket.bucketName)
    Output("audit-logs-bucket", auditLogs.bucket.bucketName)
    Output("api-repository-uri", repository.repositoryUri)
  }
}
