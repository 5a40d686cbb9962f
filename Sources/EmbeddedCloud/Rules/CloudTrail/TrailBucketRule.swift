import StrataDeployment
import StrataModel

/// A trail's bucket must let CloudTrail look at its ACL and write.
///
/// Source: CloudTrail API reference, CreateTrail (`InsufficientS3BucketPolicyException`); user guide, "Amazon S3 bucket policy for CloudTrail".
struct TrailBucketRule: CloudRule {
  let types = ["AWS::CloudTrail::Trail"]
  let summary = "The bucket of a trail needs a policy that allows cloudtrail.amazonaws.com to write."
  let source = "CloudTrail CreateTrail, InsufficientS3BucketPolicyException"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let bucket = change.referenced("AWS::S3::Bucket", by: "S3BucketName", cloud) else { return }
    let policies = cloud.users(of: bucket.number, types: ["AWS::S3::BucketPolicy"])
    let isAllowed = policies.contains { policy in
      guard let view = PolicyView(policy.inputs["PolicyDocument"]) else { return false }
      return view.allows(service: "cloudtrail.amazonaws.com", action: "s3:PutObject")
        && view.allows(service: "cloudtrail.amazonaws.com", action: "s3:GetBucketAcl")
    }
    if !isAllowed {
      throw CloudErrors.invalid(
        "InsufficientS3BucketPolicyException", "Incorrect S3 bucket policy is detected for bucket: \(bucket.identifier)", "S3BucketName")
    }
  }
}
