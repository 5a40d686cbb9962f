import AWSClient

/// An action as IAM policies name it, for example `kms:CreateKey`.
public struct IAMAction: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The service prefix.
  public var service: String
  public var name: String

  /// Creates an action.
  public init(_ service: String, _ name: String) {
    self.service = service
    self.name = name
  }

  public var description: String { "\(service):\(name)" }

  public static func < (left: IAMAction, right: IAMAction) -> Bool { (left.service, left.name) < (right.service, right.name) }

  /// The actions that calling an operation needs.
  ///
  /// Nearly always the action is called like the operation, and the prefix is the name that requests are signed with. The exceptions are those of
  /// the Service Authorization Reference ("Actions defined by Amazon S3", "… AWS Budgets", "… Amazon CloudFront", "… Amazon CloudWatch").
  ///
  /// - Parameter operation: the operation in the models' spelling, for example `elbv2:CreateListener`.
  static func needed(for operation: Substring) -> [IAMAction] {
    let parts = operation.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return [] }
    let (service, name) = (String(parts[0]), String(parts[1]))
    switch service {
    case "s3": return [IAMAction("s3", s3[name] ?? name)]
    case "budgets": return [IAMAction("budgets", name.hasPrefix("Describe") ? "ViewBudget" : "ModifyBudget")]
    case "cloudwatch": return [IAMAction("cloudwatch", name)]
    case "cloudfront" where name == "CreateDistributionWithTags":
      return [IAMAction("cloudfront", "CreateDistribution"), IAMAction("cloudfront", "TagResource")]
    default: return [IAMAction(ServiceModels.aws.service(service)?.signingName ?? service, name)]
    }
  }

  private static let s3 = [
    "DeleteBucketCors": "PutBucketCORS",
    "DeleteBucketEncryption": "PutEncryptionConfiguration",
    "DeleteBucketLifecycle": "PutLifecycleConfiguration",
    "DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
    "DeleteBucketReplication": "PutReplicationConfiguration",
    "DeleteBucketTagging": "PutBucketTagging",
    "DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
    "GetBucketAccelerateConfiguration": "GetAccelerateConfiguration",
    "GetBucketCors": "GetBucketCORS",
    "GetBucketEncryption": "GetEncryptionConfiguration",
    "GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
    "GetBucketNotificationConfiguration": "GetBucketNotification",
    "GetBucketReplication": "GetReplicationConfiguration",
    "GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
    "GetPublicAccessBlock": "GetBucketPublicAccessBlock",
    "HeadBucket": "ListBucket",
    "ListBuckets": "ListAllMyBuckets",
    "PutBucketAccelerateConfiguration": "PutAccelerateConfiguration",
    "PutBucketCors": "PutBucketCORS",
    "PutBucketEncryption": "PutEncryptionConfiguration",
    "PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
    "PutBucketNotificationConfiguration": "PutBucketNotification",
    "PutBucketReplication": "PutReplicationConfiguration",
    "PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
    "PutPublicAccessBlock": "PutBucketPublicAccessBlock",
  ]
}
