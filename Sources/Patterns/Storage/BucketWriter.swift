public import StrataLanguage

/// An AWS service that writes into a bucket in its own name, as narrowly as the service allows.
///
/// Each becomes statements of the bucket policy. Sources: the "Bucket policy" page of each service's guide.
public struct BucketWriter: Sendable {
  /// The statements, given the bucket's ARN.
  let statements: @Sendable (_ bucket: String) -> [Statement]

  /// Creates a writer from statements of your own.
  public init(_ statements: @escaping @Sendable (_ bucket: String) -> [Statement]) { self.statements = statements }
}

extension BucketWriter {
  /// CloudTrail delivers the files of one trail; named, because the trail refers to the bucket.
  public static func trail(named name: String) -> BucketWriter {
    BucketWriter { bucket in
      let trail = Condition.equals("aws:SourceArn", "arn:\(AWS.partition):cloudtrail:\(AWS.region):\(AWS.accountId):trail/\(name)")
      return [
        Allow("s3:GetBucketAcl", on: bucket, id: "TrailAcl").to(.service("cloudtrail")).when(trail),
        Allow("s3:PutObject", on: "\(bucket)/AWSLogs/\(AWS.accountId)/*", id: "TrailWrite").to(.service("cloudtrail"))
          .when(trail, .equals("s3:x-amz-acl", "bucket-owner-full-control")),
      ]
    }
  }

  /// AWS Config delivers snapshots and histories; the bucket must not have a default Object Lock retention, which AWS Config refuses.
  public static var configuration: BucketWriter {
    BucketWriter { bucket in
      let account = Condition.equals("aws:SourceAccount", AWS.accountId)
      return [
        Allow("s3:GetBucketAcl", "s3:ListBucket", on: bucket, id: "ConfigAcl").to(.service("config")).when(account),
        Allow("s3:PutObject", on: "\(bucket)/AWSLogs/\(AWS.accountId)/Config/*", id: "ConfigWrite").to(.service("config"))
          .when(account, .equals("s3:x-amz-acl", "bucket-owner-full-control")),
      ]
    }
  }

  /// CloudWatch log deliveries, for example CloudFront's access logs, below a prefix.
  public static func logDelivery(prefix: String) -> BucketWriter {
    BucketWriter { bucket in
      let account = Condition.equals("aws:SourceAccount", AWS.accountId)
      let source = Condition.arnLike("aws:SourceArn", "arn:\(AWS.partition):logs:*:\(AWS.accountId):delivery-source:*")
      return [
        Allow("s3:GetBucketAcl", "s3:ListBucket", on: bucket, id: "DeliveryAcl").to(.service("delivery.logs")).when(account, source),
        Allow("s3:PutObject", on: "\(bucket)/\(prefix)/*", id: "DeliveryWrite").to(.service("delivery.logs"))
          .when(account, source, .equals("s3:x-amz-acl", "bucket-owner-full-control")),
      ]
    }
  }

  /// AWS Backup Audit Manager delivers reports through its service-linked role, which exists once the first report plan does.
  ///
  /// The role is named in a condition: as a principal it would be refused until it exists.
  public static var backupReports: BucketWriter {
    BucketWriter { bucket in
      let role =
        "arn:\(AWS.partition):iam::\(AWS.accountId):role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports"
      return [
        Allow("s3:PutObject", on: "\(bucket)/*", id: "BackupReports").to(.anyone).when(
          .arnEquals("aws:PrincipalArn", role), .equals("s3:x-amz-acl", "bucket-owner-full-control"))
      ]
    }
  }

  /// Elastic Load Balancing delivers access logs of the account's load balancers.
  public static var loadBalancers: BucketWriter {
    BucketWriter { bucket in
      [
        Allow("s3:PutObject", on: "\(bucket)/AWSLogs/\(AWS.accountId)/*", id: "LoadBalancerWrite")
          .to(.service("logdelivery.elasticloadbalancing"))
          .when(.arnLike("aws:SourceArn", "arn:\(AWS.partition):elasticloadbalancing:\(AWS.region):\(AWS.accountId):loadbalancer/*"))
      ]
    }
  }
}
