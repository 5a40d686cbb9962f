import StrataModel

extension PolicyRule {
  static let bucketEncryption = PolicyRule(
    "R08", "s3-sse-kms", title: "Buckets are encrypted with a key of one's own",
    why: "S3's own key opens for everybody who may read the bucket; a key of one's own is a second lock",
    remedy: "set BucketEncryption to aws:kms with a KMS.Key and BucketKeyEnabled true, as EncryptedBucket does",
    controls: [.hipaa("164.312(a)(2)(iv)"), .pciDSS("3.5")]
  ) { context, assessment in
    for bucket in context.all("AWS::S3::Bucket") {
      let path: PropertyPath = "BucketEncryption.ServerSideEncryptionConfiguration[0]"
      let rule = PropertyValue.object(bucket.properties)[path]
      let standard = rule?["ServerSideEncryptionByDefault"]
      // Load balancers and server access logs are delivered to buckets with S3's own encryption only (Elastic Load Balancing, "Enable access
      // logs for your Application Load Balancer"; Amazon S3 User Guide, "Enabling Amazon S3 server access logging").
      if context.takesLogsUnderS3KeyOnly(bucket) {
        assessment.require(
          standard?["SSEAlgorithm"] != nil, of: bucket, at: "BucketEncryption", "the bucket does not say how it is encrypted",
          remedy: "set SSEAlgorithm to AES256, which is all that the logs that it receives can be encrypted with")
        continue
      }
      let isKMS = standard?["SSEAlgorithm"]?.stringValue?.hasPrefix("aws:kms") == true
      assessment.require(
        isKMS && context.isCustomerKey(standard?["KMSMasterKeyID"]), of: bucket, at: rule == nil ? "BucketEncryption" : path,
        "the bucket is not encrypted with a key of your own")
      if isKMS {
        assessment.require(
          rule?["BucketKeyEnabled"]?.isTrue == true || standard?["SSEAlgorithm"] == "aws:kms:dsse", of: bucket, at: path,
          "the bucket asks KMS for a key with every object", remedy: "set BucketKeyEnabled to true")
      }
    }
  }
}
