public import StrataAWS
public import StrataLanguage

/// A bucket for evidence: encrypted, private, and locked so that nobody can change or delete an object before its time.
///
/// Creates an `S3.Bucket`, protected, with Object Lock in compliance mode, and its policy. After `archiveDays` objects move to Glacier,
/// after the retention they are deleted. Its tags say so: `Purpose` is `audit`, `RetentionDays` the retention. Deleting versions or changing the versioning needs multi-factor authentication.
///
/// Object Lock stands in for MFA delete: that one only the account's root user can switch on, it is in no resource schema, and S3 does not
/// support lifecycle rules together with it (Amazon S3 User Guide, "Configuring MFA delete"). In compliance mode nobody, not even AWS
/// Support, can shorten the retention, so a bucket that has received objects cannot be deleted for as long.
///
/// To deviate: `retention: .years(…)`, `isLockedForAdministrators: false` for governance mode, which an administrator can lift;
/// `refusesOtherKeys` for objects that ask for another encryption than the bucket's.
@Component
public final class AuditBucket: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  var retention: Retention = .sevenYears
  var archiveDays = 90
  var isLockedForAdministrators = true
  var writers: [BucketWriter] = []
  var refusesOtherKeys = false
  let replication: S3.Bucket.ReplicationConfiguration?

  public lazy var bucket = S3.Bucket.makePrivate(
    named: name, encryption: S3.Bucket.encrypted(with: key),
    lifecycle: [
      .init(
        status: .enabled, expirationInDays: retention.days, id: "retention", noncurrentVersionExpiration: .init(noncurrentDays: 1),
        transitions: [.init(storageClass: .glacier, transitionInDays: archiveDays)])
    ],
    lock: .init(
      objectLockEnabled: .enabled,
      rule: .init(defaultRetention: .init(mode: isLockedForAdministrators ? .compliance : .governance, years: retention.years))),
    replication: replication
  ).tagged(["Purpose": "audit", "RetentionDays": "\(retention.days)"])

  /// The bucket's policy, for what must not start before it stands.
  public lazy var access = BucketAccess(to: bucket) {
    if refusesOtherKeys { BucketAccess.onlyEncrypted(with: key, in: bucket) }
    for writer in writers { writer.statements("\(bucket.arn)") }
    Deny("s3:DeleteObjectVersion", "s3:PutBucketVersioning", on: bucket.arn, "\(bucket.arn)/*", id: "DeletionNeedsMFA").to(.anyone)
      .when(.isFalseIfPresent("aws:MultiFactorAuthPresent"))
  }

  public var resource: S3.Bucket { bucket }

  /// The bucket's ARN.
  public var arn: Value<String> { Value(bucket.arn) }
}
