public import StrataAWS
public import StrataLanguage

/// A private, versioned bucket that is encrypted with a customer-managed key.
///
/// Creates an `S3.Bucket`, protected, and its policy. Nothing can be made public, access lists are off, requests need TLS 1.2, and old
/// versions go after `oldVersionDays`. Services that write in their own name are listed in `writers`.
///
/// To deviate: `refusesOtherKeys` for objects that ask for another encryption than the bucket's; `hasPolicy: false` where ``BucketAccess``
/// has to stand elsewhere; ``AuditBucket`` for evidence; ``LoadBalancerLogBucket`` for the one service that cannot write to an encrypted
/// bucket.
@Component
public final class EncryptedBucket: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  var oldVersionDays = 30
  var writers: [BucketWriter] = []
  var hasPolicy = true
  var refusesOtherKeys = false
  let replication: S3.Bucket.ReplicationConfiguration?

  public lazy var bucket = S3.Bucket.makePrivate(
    named: name, encryption: S3.Bucket.encrypted(with: key),
    lifecycle: [.init(status: .enabled, id: "old-versions", noncurrentVersionExpiration: .init(noncurrentDays: oldVersionDays))],
    replication: replication)

  /// The bucket's policy, for what must not start before it stands; `nil` with `hasPolicy: false`.
  public lazy var access: BucketAccess? =
    hasPolicy
    ? BucketAccess(to: bucket) {
      if refusesOtherKeys { BucketAccess.onlyEncrypted(with: key, in: bucket) }
      for writer in writers { writer.statements("\(bucket.arn)") }
    } : nil

  public var resource: S3.Bucket { bucket }

  /// The bucket's ARN.
  public var arn: Value<String> { Value(bucket.arn) }
}
