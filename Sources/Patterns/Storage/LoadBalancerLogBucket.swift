public import StrataAWS
public import StrataLanguage

/// A private bucket for load balancers' access logs, encrypted with S3's own keys because their delivery accepts nothing else.
///
/// Creates an `S3.Bucket`, protected, and its policy; `writers` names other accounts whose load balancers write here too. Source: Elastic Load Balancing User Guide, "Enable access logs": "The only
/// server-side encryption option that's supported is Amazon S3-managed keys". Object Lock would also stop the delivery, so versions stand
/// in for it.
@Component
public final class LoadBalancerLogBucket: ResourceStandIn {
  public let id: String
  let name: String
  var retention: Retention = .sevenYears
  var writers: [BucketWriter] = [.loadBalancers]

  public lazy var bucket = S3.Bucket.makePrivate(
    named: name, encryption: .init(serverSideEncryptionByDefault: .init(sseAlgorithm: .aes256)),
    lifecycle: [
      .init(
        status: .enabled, expirationInDays: retention.days, id: "retention",
        noncurrentVersionExpiration: .init(noncurrentDays: retention.days))
    ]
  ).tagged(["Purpose": "access-logs", "RetentionDays": "\(retention.days)"])

  /// The bucket's policy, for what must not start before it stands.
  public lazy var access = BucketAccess(to: bucket) {
    for writer in writers { writer.statements("\(bucket.arn)") }
  }

  public var resource: S3.Bucket { bucket }
}
