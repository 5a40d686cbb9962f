public import StrataAWS
public import StrataLanguage

/// What one tenant's data is encrypted with: a key and, under it, a secret with the data key of 256 bits.
///
/// Creates an ``EncryptedKey``, a `SecretsManager.Secret`, protected, and its `SecretsManager.ResourcePolicy`; key and secret bear the tag
/// `TenantId`, by which ``TenantAccess`` tells tenants apart. The key is used only by `users`, in sessions with this tenant's tag and for
/// this tenant's encryption context; IAM policies of the account can grant its administration and not its use. The secret is read only in
/// sessions with the tag.
///
/// The data key is random hexadecimal digits that Secrets Manager makes, so that no program sees it on the way: a ciphertext from
/// `kms:GenerateDataKeyWithoutPlaintext` would be the alternative, and no resource type calls that.
///
/// To deviate: `replicaRegions`, which have to be chosen before the tenant's first byte is encrypted, see ``EncryptedKey``.
@Component
public final class TenantEncryption {
  /// The tenant's id.
  public let id: String
  /// What names begin with: `jms/prod` makes `alias/jms/prod/tenant/ID` and the secret `jms/prod/ID/dek`.
  let prefix: String
  /// The roles that act for tenants, see ``TenantAccess``.
  let users: [IAM.Role]
  /// The roles that manage the key and never use it, by ARN.
  let administrators: [any Input<String>]
  var replicaRegions: [Region] = []

  public lazy var key = EncryptedKey(
    "key", alias: "\(prefix)/tenant/\(id)", description: "Data of the tenant \(id)", uses: [sessions, secretAccess],
    administrators: administrators, delegatesUse: false, deniesOtherAccounts: true, requiresMFAToDelete: false,
    replicaRegions: replicaRegions
  ).tagged([TenantAccess.tag: id])

  public lazy var secret = SecretsManager.Secret(
    "data-key", description: "Data key of the tenant \(id)",
    // Of lowercase letters and digits all but g to z: hexadecimal digits, four bits each.
    generateSecretString: .init(
      excludeCharacters: "ghijklmnopqrstuvwxyz", excludePunctuation: true, excludeUppercase: true, passwordLength: 64,
      requireEachIncludedType: false),
    kmsKeyId: key, name: secretName,
    replicaRegions: replicaRegions.isEmpty
      ? nil : zip(replicaRegions, key.replicas).map { .init(region: $0, kmsKeyId: .existing($1.keyId)) },
    tags: [TenantAccess.tag: id]
  ).protected()

  public lazy var secretPolicy = SecretsManager.ResourcePolicy(
    "policy",
    resourcePolicy: .policy {
      Deny("secretsmanager:GetSecretValue", on: "*", id: "OtherTenants").to(.anyone)
        .when(.notEquals("aws:PrincipalTag/\(TenantAccess.tag)", id))
    }, secretId: secret, blockPublicPolicy: true)

  private var secretName: String { "\(prefix)/\(id)/dek" }
  private var isTenant: Condition { .equals("aws:PrincipalTag/\(TenantAccess.tag)", id) }

  /// The services' sessions for this tenant.
  ///
  /// `DescribeKey` has no encryption context, so it stands alone.
  private var sessions: KeyUse {
    let roles = Principal.arns(users.map(\.arn))
    return KeyUse(
      Allow("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", on: "*", id: "Sessions").to(roles)
        .when(isTenant, .equals("kms:EncryptionContext:tenantId", id)),
      Allow("kms:DescribeKey", on: "*", id: "SessionsDescribe").to(roles).when(isTenant))
  }

  /// Secrets Manager, for whoever may read or write this secret: its encryption context is the secret's ARN and never the tenant's id.
  private var secretAccess: KeyUse {
    let secrets = "arn:\(AWS.partition):secretsmanager:*:\(AWS.accountId):secret:\(secretName)-*"
    return KeyUse(
      Allow("kms:Decrypt", "kms:GenerateDataKey", on: "*", id: "Secret").to(.account(AWS.accountId))
        .when(
          .equals("kms:CallerAccount", AWS.accountId), .equals("kms:ViaService", "secretsmanager.\(AWS.region).amazonaws.com"),
          .like("kms:EncryptionContext:SecretARN", secrets)))
  }
}
