public import StrataLanguage

/// What an AWS service may do with an ``EncryptedKey``, as narrowly as the service allows.
///
/// Each use becomes statements of the key policy. Services that act with the rights of their caller (DynamoDB, S3, Secrets Manager, ECR)
/// need none: their callers' own policies decide. Sources: the "Encryption" page of each service's guide; AWS KMS Developer Guide, "Key
/// policies".
public struct KeyUse: Sendable {
  let statements: [Statement]

  /// Creates a use from statements of your own; the resource of each is `*`, which in a key policy means the key.
  public init(_ statements: Statement...) { self.statements = statements }
}

extension KeyUse {
  /// CloudWatch Logs encrypts the log groups whose names match; without the condition it could for every group of the account.
  ///
  /// A pattern, not the groups' ARNs: a group refers to the key, so the key cannot refer to the group.
  public static func logGroups(_ patterns: String...) -> KeyUse {
    let groups = patterns.map { pattern in
      Condition.arnLike(
        "kms:EncryptionContext:aws:logs:arn", "arn:\(AWS.partition):logs:\(AWS.region):\(AWS.accountId):log-group:\(pattern)")
    }
    return KeyUse(
      Allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: "*", id: "Logs")
        .to(.service("logs.\(AWS.region)")).when(groups))
  }

  /// CloudTrail encrypts the log files of one trail, which is named and not referred to because the trail refers to the key.
  public static func trail(named name: String) -> KeyUse {
    let arn = "arn:\(AWS.partition):cloudtrail:\(AWS.region):\(AWS.accountId):trail/\(name)"
    let context = "arn:\(AWS.partition):cloudtrail:*:\(AWS.accountId):trail/*"
    return KeyUse(
      Allow("kms:GenerateDataKey*", on: "*", id: "TrailEncrypt").to(.service("cloudtrail"))
        .when(.equals("aws:SourceArn", arn), .like("kms:EncryptionContext:aws:cloudtrail:arn", context)),
      Allow("kms:DescribeKey", on: "*", id: "TrailDescribe").to(.service("cloudtrail")).when(.equals("aws:SourceArn", arn)))
  }

  /// CloudFront reads encrypted objects for the account's distributions; a distribution refers to its bucket and so, at last, to the key.
  public static var distributions: KeyUse {
    KeyUse(
      Allow("kms:Decrypt", on: "*", id: "Distributions").to(.service("cloudfront")).when(
        .equals("aws:SourceAccount", AWS.accountId),
        .arnLike("aws:SourceArn", "arn:\(AWS.partition):cloudfront::\(AWS.accountId):distribution/*")))
  }

  /// Fargate encrypts the ephemeral storage of the tasks of one cluster.
  public static func fargateStorage(cluster name: String) -> KeyUse {
    let account = Condition.equals("kms:EncryptionContext:aws:ecs:clusterAccount", AWS.accountId)
    let cluster = Condition.equals("kms:EncryptionContext:aws:ecs:clusterName", name)
    return KeyUse(
      Allow("kms:GenerateDataKeyWithoutPlaintext", on: "*", id: "FargateKeys").to(.service("fargate")).when(account, cluster),
      Allow("kms:CreateGrant", on: "*", id: "FargateGrants").to(.service("fargate"))
        .when(account, cluster, .equals("kms:GrantOperations", "Decrypt").forAllValues))
  }

  /// Services that send to an encrypted topic or write encrypted objects in their own name, for this account only.
  ///
  /// An alarm needs `cloudwatch`, an event rule `events`, a budget `budgets`, AWS Config `config`, log deliveries `delivery.logs`. With the
  /// AWS-managed key instead, alarms would never arrive: that key's policy cannot name them.
  public static func senders(_ services: String...) -> KeyUse {
    KeyUse(
      Allow("kms:Decrypt", "kms:GenerateDataKey*", on: "*", id: "Senders").to(.service(services))
        .when(.equals("aws:SourceAccount", AWS.accountId)))
  }

  /// Roles that encrypt and decrypt with the key themselves, by ARN; conditions narrow that further.
  ///
  /// A role that does not exist is refused by AWS, and one that was deleted and made again has to be put into the policy anew: KMS stores
  /// roles by their unique ids (IAM User Guide, "AWS JSON policy elements: Principal").
  public static func roles(_ arns: any Input<String>..., conditions: [Condition] = []) -> KeyUse {
    KeyUse(
      Allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: "*", id: "Roles")
        .to(.arns(arns)).when(conditions))
  }

  /// Principals of this account use the key through these services and in no other way, as far as their own policies let them.
  ///
  /// `rds` creates grants for its volumes, `ecr` for its images; a grant is allowed to services alone.
  public static func callers(through services: String...) -> KeyUse {
    let conditions =
      [Condition.equals("kms:CallerAccount", AWS.accountId)]
      + services.map { .equals("kms:ViaService", "\($0).\(AWS.region).amazonaws.com") }
    return KeyUse(
      Allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: "*", id: "ThroughServices")
        .to(.account(AWS.accountId)).when(conditions),
      Allow("kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant", on: "*", id: "GrantsThroughServices")
        .to(.account(AWS.accountId)).when(conditions + [.isTrue("kms:GrantIsForAWSResource")]))
  }

  /// A role for emergencies may do everything with the key.
  ///
  /// Multi-factor authentication has to be asked for where the role is assumed, see ``PrivilegedRole``: the role's credentials do not say
  /// whether it was used.
  public static func emergencies(_ role: any Input<String>) -> KeyUse {
    KeyUse(Allow("kms:*", on: "*", id: "Emergency").to(.arn(role)))
  }

  /// What reads, makes or hides data with a key, as opposed to managing the key.
  static let cryptography = [
    "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:GenerateMac", "kms:VerifyMac", "kms:Sign", "kms:Verify",
    "kms:DeriveSharedSecret",
  ]
}
