public import StrataAWS
public import StrataLanguage

/// An encrypted vault from which nobody deletes a recovery point before its time.
///
/// Creates a `Backup.BackupVault`, protected, with a lock in governance mode and an access policy that refuses deletions. Governance mode
/// can be lifted by someone with the right to; compliance mode, by nobody, ever.
@Component
public final class LockedVault: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  var minimumDays = 35

  public lazy var vault = Backup.BackupVault(
    "vault", backupVaultName: name,
    accessPolicy: .policy {
      Deny("backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:PutBackupVaultAccessPolicy", on: "*").to(.anyone)
    }, encryptionKeyArn: key, lockConfiguration: .init(minRetentionDays: minimumDays)
  ).protected()

  public var resource: Backup.BackupVault { vault }
}
