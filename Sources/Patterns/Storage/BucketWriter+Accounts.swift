public import StrataLanguage

extension BucketWriter {
  /// CloudTrail delivers the files of an organization's trail, which lives in the management account; nothing from outside of the organization.
  ///
  /// Source: CloudTrail User Guide, "Creating a trail for an organization with the AWS CLI".
  public static func organizationTrail(
    named name: String, in management: any Input<String>, of organization: any Input<String>
  ) -> BucketWriter {
    BucketWriter { bucket in
      let source = Condition.equals("aws:SourceArn", "arn:\(AWS.partition):cloudtrail:\(AWS.region):\(Value(management)):trail/\(name)")
      let inside = Condition.equals("aws:SourceOrgID", organization)
      return [
        Allow("s3:GetBucketAcl", on: bucket, id: "TrailAcl").to(.service("cloudtrail")).when(source, inside),
        Allow(
          "s3:PutObject", on: "\(bucket)/AWSLogs/\(Value(management))/*", "\(bucket)/AWSLogs/\(Value(organization))/*", id: "TrailWrite"
        ).to(.service("cloudtrail")).when(source, inside, .equals("s3:x-amz-acl", "bucket-owner-full-control")),
      ]
    }
  }

  /// Flow logs of networks in several accounts.
  ///
  /// Source: Amazon VPC User Guide, "Publish flow logs to Amazon S3".
  public static func flowLogs(of accounts: [Account]) -> BucketWriter {
    BucketWriter { bucket in
      let from = accounts.flatMap { account in
        [
          Condition.equals("aws:SourceAccount", account),
          Condition.arnLike("aws:SourceArn", "arn:\(AWS.partition):logs:*:\(account):*"),
        ]
      }
      return [
        Allow("s3:GetBucketAcl", "s3:ListBucket", on: bucket, id: "FlowAcl").to(.service("delivery.logs")).when(from),
        Allow(["s3:PutObject"], on: accounts.map { "\(bucket)/AWSLogs/\($0)/*" }, id: "FlowWrite").to(.service("delivery.logs"))
          .when(from + [.equals("s3:x-amz-acl", "bucket-owner-full-control")]),
      ]
    }
  }

  /// AWS Config of several accounts, through the roles of their recorders; the bucket must not have a default Object Lock retention.
  ///
  /// Source: AWS Config Developer Guide, "Permissions for the Amazon S3 Bucket".
  public static func configuration(of accounts: [Account]) -> BucketWriter {
    BucketWriter { bucket in
      let from = accounts.map { Condition.equals("aws:SourceAccount", $0) }
      return [
        Allow("s3:GetBucketAcl", "s3:ListBucket", on: bucket, id: "ConfigAcl").to(.service("config")).when(from),
        Allow(["s3:PutObject"], on: accounts.map { "\(bucket)/AWSLogs/\($0)/Config/*" }, id: "ConfigWrite").to(.service("config"))
          .when(from + [.equals("s3:x-amz-acl", "bucket-owner-full-control")]),
      ]
    }
  }

  /// Access logs of load balancers in several accounts, all in the bucket's region.
  public static func loadBalancers(of accounts: [Account]) -> BucketWriter {
    BucketWriter { bucket in
      let balancers = accounts.map {
        Condition.arnLike("aws:SourceArn", "arn:\(AWS.partition):elasticloadbalancing:\(AWS.region):\($0):loadbalancer/*")
      }
      return [
        Allow(["s3:PutObject"], on: accounts.map { "\(bucket)/AWSLogs/\($0)/*" }, id: "LoadBalancerWrite")
          .to(.service("logdelivery.elasticloadbalancing")).when(balancers)
      ]
    }
  }

  /// GuardDuty's exported findings of an account.
  ///
  /// Source: Amazon GuardDuty User Guide, "Exporting findings".
  public static func guardDutyFindings(of account: Account) -> BucketWriter {
    BucketWriter { bucket in
      let from = [
        Condition.equals("aws:SourceAccount", account),
        Condition.arnLike("aws:SourceArn", "arn:\(AWS.partition):guardduty:*:\(account):detector/*"),
      ]
      return [
        Allow("s3:GetBucketLocation", on: bucket, id: "FindingsLocation").to(.service("guardduty")).when(from),
        Allow("s3:PutObject", on: "\(bucket)/*", id: "FindingsWrite").to(.service("guardduty")).when(from),
      ]
    }
  }

  /// Roles of a name in several accounts read every object.
  public static func readers(of accounts: [Account], roles name: String) -> BucketWriter {
    BucketWriter { bucket in
      [
        Allow("s3:GetObject", on: "\(bucket)/*", id: "Readers").to(accounts.map { .account($0) })
          .when(.like("aws:PrincipalArn", "arn:\(AWS.partition):iam::*:role/\(name)"))
      ]
    }
  }
}
