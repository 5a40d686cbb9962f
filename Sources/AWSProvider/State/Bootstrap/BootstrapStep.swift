public import AWSClient
import StrataModel

/// One change that prepares a place for state.
public enum BootstrapStep: Sendable, Hashable {
  /// Makes the KMS key, with yearly rotation, and the alias that names it.
  case makeKey(alias: String)
  case makeBucket(region: String)
  case tagBucket([String: String])
  case blockPublicAccess
  case enforceOwnership
  case turnVersioningOn
  case encryptByDefault
  /// Puts the bucket's policy: what it says already, and our statements.
  case putPolicy(String)
  /// Puts the rules that are there already, and ours.
  case putLifecycle([AWSValue])
  case makeTable
  case protectTable
  case keepTableRestorable
  case tagTable(arn: String)

  /// What it does, for people.
  public func text(_ location: S3StateLocation) -> String {
    let table = location.lockTable ?? ""
    return switch self {
    case .makeKey(let alias): "make the KMS key \(alias), rotated each year"
    case .makeBucket(let region): "make the bucket \(location.bucket) in \(region)"
    case .tagBucket: "mark the bucket \(location.bucket) as a place of state (tag \(StateBootstrap.tag))"
    case .blockPublicAccess: "block public access to \(location.bucket)"
    case .enforceOwnership: "let the bucket's owner own every object of \(location.bucket)"
    case .turnVersioningOn: "keep earlier versions of objects in \(location.bucket)"
    case .encryptByDefault: "encrypt new objects in \(location.bucket) with \(location.key ?? "the key that AWS manages for S3")"
    case .putPolicy:
      "refuse requests without TLS, where it is reached over TLS, and the deletion of the bucket, in the policy of \(location.bucket)"
    case .putLifecycle:
      "let earlier versions of objects under '\(location.prefix)' in \(location.bucket) go after \(StateBootstrap.versionDays) days"
    case .makeTable: "make the table \(table) for the lock, on demand, encrypted and protected from deletion"
    case .protectTable: "protect the table \(table) from deletion"
    case .keepTableRestorable: "keep the table \(table) restorable to each second of the last 35 days"
    case .tagTable: "mark the table \(table) as a place of locks (tag \(StateBootstrap.tag))"
    }
  }

  /// The call that does it, for all but a key, which takes three.
  ///
  /// - Parameter key: the ARN of the key that encrypts objects; `nil` for AWS's own.
  func call(_ location: S3StateLocation, key: String?) -> (service: String, operation: String, input: [String: AWSValue]) {
    let bucket: AWSValue = .string(location.bucket)
    let table: AWSValue = .string(location.lockTable ?? "")
    switch self {
    case .makeKey:
      return (
        "kms", "CreateKey",
        [
          "Description": .string("State of Strata in \(location.bucket)"), "KeyUsage": "ENCRYPT_DECRYPT",
          "Tags": [["TagKey": .string(StateBootstrap.tag), "TagValue": "true"]],
        ]
      )
    case .makeBucket(let region):
      var input: [String: AWSValue] = ["Bucket": bucket, "ObjectOwnership": "BucketOwnerEnforced"]
      // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html: this one region is named by saying nothing.
      if region != "us-east-1" { input["CreateBucketConfiguration"] = ["LocationConstraint": .string(region)] }
      return ("s3", "CreateBucket", input)
    case .tagBucket(let tags):
      let list = tags.sorted { $0.key < $1.key }.map { AWSValue.structure(["Key": .string($0.key), "Value": .string($0.value)]) }
      return ("s3", "PutBucketTagging", ["Bucket": bucket, "Tagging": ["TagSet": .list(list)]])
    case .blockPublicAccess:
      let all: AWSValue = ["BlockPublicAcls": true, "BlockPublicPolicy": true, "IgnorePublicAcls": true, "RestrictPublicBuckets": true]
      return ("s3", "PutPublicAccessBlock", ["Bucket": bucket, "PublicAccessBlockConfiguration": all])
    case .enforceOwnership:
      return (
        "s3", "PutBucketOwnershipControls",
        ["Bucket": bucket, "OwnershipControls": ["Rules": [["ObjectOwnership": "BucketOwnerEnforced"]]]]
      )
    case .turnVersioningOn:
      return ("s3", "PutBucketVersioning", ["Bucket": bucket, "VersioningConfiguration": ["Status": "Enabled"]])
    case .encryptByDefault:
      var rule: [String: AWSValue] = ["SSEAlgorithm": "aws:kms"]
      rule["KMSMasterKeyID"] = key.map { .string($0) }
      return (
        "s3", "PutBucketEncryption",
        [
          "Bucket": bucket,
          "ServerSideEncryptionConfiguration": [
            "Rules": [["ApplyServerSideEncryptionByDefault": .structure(rule), "BucketKeyEnabled": true]]
          ],
        ]
      )
    case .putPolicy(let text): return ("s3", "PutBucketPolicy", ["Bucket": bucket, "Policy": .string(text)])
    case .putLifecycle(let rules):
      return ("s3", "PutBucketLifecycleConfiguration", ["Bucket": bucket, "LifecycleConfiguration": ["Rules": .list(rules)]])
    case .makeTable:
      var encryption: [String: AWSValue] = ["Enabled": true, "SSEType": "KMS"]
      encryption["KMSMasterKeyId"] = key.map { .string($0) }
      return (
        "dynamodb", "CreateTable",
        [
          "TableName": table, "KeySchema": [["AttributeName": "LockID", "KeyType": "HASH"]],
          "AttributeDefinitions": [["AttributeName": "LockID", "AttributeType": "S"]], "BillingMode": "PAY_PER_REQUEST",
          "DeletionProtectionEnabled": true, "SSESpecification": .structure(encryption),
          "Tags": [["Key": .string(StateBootstrap.tag), "Value": "true"]],
        ]
      )
    case .protectTable: return ("dynamodb", "UpdateTable", ["TableName": table, "DeletionProtectionEnabled": true])
    case .keepTableRestorable:
      return (
        "dynamodb", "UpdateContinuousBackups",
        ["TableName": table, "PointInTimeRecoverySpecification": ["PointInTimeRecoveryEnabled": true]]
      )
    case .tagTable(let arn):
      return ("dynamodb", "TagResource", ["ResourceArn": .string(arn), "Tags": [["Key": .string(StateBootstrap.tag), "Value": "true"]]])
    }
  }
}
