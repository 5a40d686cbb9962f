public import StrataAWS
public import StrataLanguage

/// A backup of chosen resources each night, kept for 35 days, in a locked vault and, if wanted, in another region.
///
/// Creates a ``LockedVault``, a `Backup.BackupPlan` at 05:00 UTC, a `Backup.BackupSelection`, and the role to back up and restore. One
/// backup a day means that up to a day could be lost; point-in-time recovery (see ``EncryptedTable``) closes the gap.
///
/// To deviate: `days`, `schedule`; `hasBuckets` where buckets are among the resources, which the role needs policies of their own for (AWS Backup
/// Developer Guide, "Amazon S3 backups"); `copies` names vaults in other regions. Copies of DynamoDB tables need the account's opt-in to advanced
/// DynamoDB backup, a setting without a resource type (`backup:UpdateRegionSettings`).
@Component
public final class DailyBackup {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  let resources: [any Input<String>]
  var days = 35
  var schedule = "cron(0 5 * * ? *)"
  var hasBuckets = false
  var copies: [LockedVault] = []

  public lazy var vault = LockedVault("vault", name: name, key: key, minimumDays: days)

  public lazy var role = ServiceRole(
    "role", for: "backup",
    managedPolicies: [
      "service-role/AWSBackupServiceRolePolicyForBackup", "service-role/AWSBackupServiceRolePolicyForRestores",
    ] + (hasBuckets ? ["AWSBackupServiceRolePolicyForS3Backup", "AWSBackupServiceRolePolicyForS3Restore"] : []))

  public lazy var plan = Backup.BackupPlan(
    "plan",
    backupPlan: .init(
      backupPlanName: name,
      backupPlanRule: [
        .init(
          ruleName: "daily", targetBackupVault: vault, completionWindowMinutes: 240,
          copyActions: copies.isEmpty ? nil : copies.map { .init(destinationBackupVaultArn: $0, lifecycle: .init(deleteAfterDays: days)) },
          lifecycle: .init(deleteAfterDays: days), scheduleExpression: schedule, startWindowMinutes: 60)
      ]))

  public var body: some Infrastructure {
    Backup.BackupSelection(
      "selection", backupPlanId: plan, backupSelection: .init(iamRoleArn: role, selectionName: name, resources: resources))
  }
}
