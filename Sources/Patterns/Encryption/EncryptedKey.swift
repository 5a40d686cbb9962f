public import StrataAWS
public import StrataLanguage

/// A customer-managed key with yearly rotation, an alias, and a policy that names each service that may use it.
///
/// Creates a `KMS.Key`, protected, and its `KMS.Alias`; for each of `replicaRegions` also a `KMS.ReplicaKey` with the same policy and alias
/// there. The policy leaves the decision about people and roles to IAM (without the statement for the account the key could become
/// unmanageable), lets services use the key only as ``uses`` says, and refuses to disable or delete the key without multi-factor
/// authentication. A deleted key can be called back for 30 days, the longest that AWS offers.
///
/// To deviate:
/// - `administrators` are roles, by ARN, that manage the key and can never use it, whatever IAM grants them.
/// - With `delegatesUse: false` IAM policies can grant the key's administration only: who uses it stands in its policy and nowhere else.
/// - `deniesOtherAccounts` refuses principals of other accounts even where a statement or grant lets them in, but for those of
///   `admittedAccounts`, which the uses still have to let in.
/// - `rotationDays` is 90 to 2,560, `deletionWindowDays` 7 to 30.
/// - `requiresMFAToDelete: false` where automation, or an assumed role, has to delete keys: the credentials of a role do not say whether
///   multi-factor authentication was used (IAM User Guide, "Configuring MFA-protected API access"), so the roles' trust must ask for it.
/// - `replicaRegions` make a multi-Region key, which an existing key cannot become (AWS KMS Developer Guide, "Multi-Region keys"). Without
///   it, what the key encrypted can be read in its own region only, also after everything was deployed again elsewhere.
/// - `isMultiRegion: true` for a key that a ``KeyReplica``, in a stack of its own, repeats elsewhere.
@Component
public final class EncryptedKey: ResourceStandIn {
  public let id: String
  let alias: String
  let description: String
  let uses: [KeyUse]
  var administrators: [any Input<String>] = []
  var delegatesUse = true
  var deniesOtherAccounts = false
  var admittedAccounts: [Account] = []
  var rotationDays = 365
  var deletionWindowDays = 30
  var requiresMFAToDelete = true
  var replicaRegions: [Region] = []
  var isMultiRegion = false

  public lazy var key = KMS.Key(
    "key", description: description, enableKeyRotation: true, keyPolicy: policy(letting: uses),
    multiRegion: isMultiRegion || !replicaRegions.isEmpty ? true : nil, pendingWindowInDays: deletionWindowDays,
    rotationPeriodInDays: rotationDays
  ).protected()

  public lazy var keyAlias = KMS.Alias("alias", aliasName: "alias/\(alias)", targetKeyId: key)

  /// The replicas, in the order of `replicaRegions`.
  ///
  /// Rotation is the primary key's; a replica follows.
  public lazy var replicas = replicaRegions.map {
    KMS.ReplicaKey(
      "replica-\($0)", keyPolicy: policy(letting: uses), primaryKeyArn: key, description: description,
      pendingWindowInDays: deletionWindowDays
    ).placed(in: $0).protected()
  }

  public lazy var replicaAliases = zip(replicaRegions, replicas).map {
    KMS.Alias("alias-\($0)", aliasName: "alias/\(alias)", targetKeyId: .existing($1.keyId)).placed(in: $0)
  }

  public var resource: KMS.Key { key }

  /// The key's ARN.
  public var arn: Value<String> { Value(key.arn) }

  /// The policy of the key and of its replicas, which serve the services of their own region.
  func policy(letting uses: [KeyUse]) -> Document {
    .policy {
      if delegatesUse {
        Allow("kms:*", on: "*", id: "Account").to(.account(AWS.accountId))
      } else {
        Self.accountAdministration
      }
      if !administrators.isEmpty { separationOfDuties }
      for use in uses { use.statements }
      if deniesOtherAccounts {
        // Services carry no account, and a negated condition matches what is absent: without the second condition CloudTrail, CloudWatch
        // Logs and alarms would be shut out too.
        Deny("kms:*", on: "*", id: "OtherAccounts").to(.anyone)
          .when(.notEquals("aws:PrincipalAccount", accounts), .isFalse("aws:PrincipalIsAWSService"))
      }
      if requiresMFAToDelete {
        Deny("kms:DisableKey", "kms:ScheduleKeyDeletion", on: "*", id: "DeletionNeedsMFA").to(.anyone)
          .when(.isFalseIfPresent("aws:MultiFactorAuthPresent"))
      }
    }
  }

  /// The accounts whose principals are not shut out.
  private var accounts: [any Input<String>] { [AWS.accountId] + admittedAccounts.map { $0 as any Input<String> } }

  @PolicyBuilder private var separationOfDuties: [Statement] {
    Self.administration("Administrators", of: .arns(administrators))
    Deny(KeyUse.cryptography, on: ["*"], id: "AdministratorsNeverUse").to(.arns(administrators))
    // A grant would be a way around: it may let its holder decrypt.
    Deny("kms:CreateGrant", on: "*", id: "AdministratorsNeverGrant").to(.arns(administrators))
      .when(.isFalseIfPresent("kms:GrantIsForAWSResource"))
  }

  /// The same for every key, and made once: there may be thousands.
  private static let accountAdministration = administration("Account", of: .account(AWS.accountId))

  /// Management without use; grants only for AWS's own services.
  private static func administration(_ id: String, of principal: Principal) -> [Statement] {
    [
      Allow(
        "kms:Describe*", "kms:Enable*", "kms:List*", "kms:Put*", "kms:Update*", "kms:Revoke*", "kms:Disable*", "kms:Get*", "kms:Delete*",
        "kms:ReplicateKey", "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion", on: "*", id: id
      ).to(principal),
      Allow("kms:Create*", on: "*", id: "\(id)Create").to(principal).when(.isTrueIfPresent("kms:GrantIsForAWSResource")),
    ]
  }
}
