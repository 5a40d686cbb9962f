public import StrataAWS
public import StrataLanguage

/// A bucket's policy: no request without TLS 1.2, and beyond that only what is granted here.
///
/// Creates an `S3.BucketPolicy`. The buckets of this library bring theirs along; write it yourself where a grant names something that
/// itself needs the bucket, such as the distribution that serves it.
@Component
public final class BucketAccess: ResourceStandIn {
  let bucket: S3.Bucket
  let statements: [Statement]

  /// Creates the policy of a bucket.
  public init(to bucket: S3.Bucket, @PolicyBuilder _ statements: () -> [Statement] = { [] }) {
    self.bucket = bucket
    self.statements = statements()
  }

  public lazy var policy = S3.BucketPolicy(
    "policy", bucket: bucket,
    policyDocument: .policy {
      Deny("s3:*", on: bucket.arn, "\(bucket.arn)/*", id: "TLSOnly").to(.anyone).when(.isFalse("aws:SecureTransport"))
      Deny("s3:*", on: bucket.arn, "\(bucket.arn)/*", id: "TLS12").to(.anyone).when(.numericLessThan("s3:TlsVersion", 1.2))
      statements
    })

  public var resource: S3.BucketPolicy { policy }
}

extension BucketAccess {
  /// Refuses objects that ask for another encryption than with a key; objects that ask for none get the bucket's own.
  ///
  /// A negated condition matches what is absent, so each asks for the header's presence too.
  static func onlyEncrypted(with key: any StrataLanguage.Reference<KMS.Key>, in bucket: S3.Bucket) -> [Statement] {
    let keyHeader = "s3:x-amz-server-side-encryption-aws-kms-key-id"
    let header = "s3:x-amz-server-side-encryption"
    return [
      Deny("s3:PutObject", on: "\(bucket.arn)/*", id: "OnlyThisKey").to(.anyone)
        .when(.arnNotEquals(keyHeader, Value<String>(propertyValue: key.reference(to: "Arn"))), .isPresent(keyHeader)),
      Deny("s3:PutObject", on: "\(bucket.arn)/*", id: "OnlyKMS").to(.anyone).when(.notEquals(header, "aws:kms"), .isPresent(header)),
    ]
  }
}
