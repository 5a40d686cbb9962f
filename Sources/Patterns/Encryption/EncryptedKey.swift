public import StrataAWS
public import StrataLanguage

/// A customer-managed key with yearly rotation, an alias, and a policy that names each service that may use it.
///
/// Creates a `KMS.Key`, protected, and its `KMS.Alias`. The policy leaves the decision about people and roles to IAM (without the statement
/// for the account the key could become unmanageable), lets services use the key only as ``uses`` says, and refuses to disable or delete
/// the key without multi-factor authentication. A deleted key can be called back for 30 days, the longest that AWS offers.
///
/// To deviate: `rotationDays` (90 to 2,560), `requiresMFAToDelete: false` where automation has to delete keys, `KeyUse(…)` for other
/// services, `isMultiRegion: true` for a key that a ``KeyReplica`` repeats elsewhere.
@Component
public final class EncryptedKey: ResourceStandIn {
  public let id: String
  let alias: String
  let description: String
  let uses: [KeyUse]
  var rotationDays = 365
  var requiresMFAToDelete = true
  var isMultiRegion = false

  public lazy var key = KMS.Key(
    "key", description: description, enableKeyRotation: true, keyPolicy: Self.policy(uses: uses, requiresMFAToDelete: requiresMFAToDelete),
    multiRegion: isMultiRegion ? true : nil, pendingWindowInDays: 30,
    rotationPeriodInDays: rotationDays
  ).protected()

  public lazy var keyAlias = KMS.Alias("alias", aliasName: "alias/\(alias)", targetKeyId: key)

  public var resource: KMS.Key { key }

  /// The key's ARN.
  public var arn: Value<String> { Value(key.arn) }

  /// The policy of a key and of its replicas.
  static func policy(uses: [KeyUse], requiresMFAToDelete: Bool) -> Document {
    .policy {
      Allow("kms:*", on: "*", id: "Account").to(.account(AWS.accountId))
      for use in uses { use.statements }
      if requiresMFAToDelete {
        Deny("kms:DisableKey", "kms:ScheduleKeyDeletion", on: "*", id: "DeletionNeedsMFA").to(.anyone)
          .when(.isFalseIfPresent("aws:MultiFactorAuthPresent"))
      }
    }
  }
}
