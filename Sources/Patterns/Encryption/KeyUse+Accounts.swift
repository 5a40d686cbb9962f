public import StrataLanguage

extension KeyUse {
  /// Auto Scaling starts instances with encrypted volumes, in the name of its service-linked role, which must exist before the key's policy names
  /// it.
  ///
  /// Source: Amazon EC2 Auto Scaling User Guide, "Required AWS KMS key policy for use with encrypted volumes".
  public static var autoScaling: KeyUse {
    let role = "arn:\(AWS.partition):iam::\(AWS.accountId):role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"
    return KeyUse(
      Allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: "*", id: "AutoScalingVolumes")
        .to(.arn(role)),
      Allow("kms:CreateGrant", on: "*", id: "AutoScalingGrants").to(.arn(role)).when(.isTrue("kms:GrantIsForAWSResource")))
  }

  /// CloudTrail encrypts the files of an organization's trail, which lives in the management account.
  ///
  /// Source: CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail": the encryption context holds the management account.
  public static func organizationTrail(named name: String, in management: any Input<String>) -> KeyUse {
    let source = Condition.equals("aws:SourceArn", "arn:\(AWS.partition):cloudtrail:\(AWS.region):\(Value(management)):trail/\(name)")
    let context = "arn:\(AWS.partition):cloudtrail:*:\(Value(management)):trail/*"
    return KeyUse(
      Allow("kms:GenerateDataKey*", on: "*", id: "TrailEncrypt").to(.service("cloudtrail"))
        .when(source, .like("kms:EncryptionContext:aws:cloudtrail:arn", context)),
      Allow("kms:DescribeKey", on: "*", id: "TrailDescribe").to(.service("cloudtrail")).when(source))
  }

  /// Log deliveries, for example flow logs, of several accounts write encrypted objects.
  public static func logDelivery(from accounts: [Account]) -> KeyUse {
    KeyUse(
      Allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: "*", id: "LogDelivery")
        .to(.service("delivery.logs")).when(accounts.map { .equals("aws:SourceAccount", $0) }))
  }

  /// GuardDuty exports the findings of an account.
  ///
  /// Source: Amazon GuardDuty User Guide, "Exporting findings": the key's policy is proven when the destination is set.
  public static func guardDutyFindings(of account: Account) -> KeyUse {
    KeyUse(
      Allow("kms:GenerateDataKey", on: "*", id: "GuardDutyFindings").to(.service("guardduty")).when(
        .equals("aws:SourceAccount", account),
        .arnLike("aws:SourceArn", "arn:\(AWS.partition):guardduty:*:\(account):detector/*")))
  }

  /// Roles of other accounts read and write objects of this account's buckets, as far as their own policies and the bucket's allow.
  public static func objects(ofAccounts accounts: [Account]) -> KeyUse {
    KeyUse(
      Allow("kms:Decrypt", "kms:GenerateDataKey*", on: "*", id: "AccountsObjects")
        .to(accounts.map { .account($0) }).when(.like("kms:ViaService", "s3.*.amazonaws.com")))
  }
}
