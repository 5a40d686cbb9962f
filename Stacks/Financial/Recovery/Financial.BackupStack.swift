import Strata

extension Financial {
  /// The backups of a workload, and the proof that they can be restored.
  @Stack final class BackupStack {
    let id: String
    let site: Site
    let security: SecurityStack
    let data: DataStack
    let vault: VaultStack?

    // 4.28 "BackupPlan + CopyActions"; R36 35 days.
    lazy var backup = DailyBackup(
      "backup", name: "\(site.prefix)-backup", key: security.key, resources: resources, hasBuckets: true,
      copies: vault.map { [$0.vault] } ?? [])

    var body: some Infrastructure {
      // 4.26 "Data backup and disaster recovery capabilities", "Regular security testing and assessments"
      RestoreTest(
        "restore-test", name: "\(site.prefix.replacing("-", with: "_"))_restore", backup: backup, resourceType: "RDS",
        resources: [data.database.primary.dbInstanceArn])
      // 4.22 A backup that failed.
      MetricAlarm(
        "backup-failed", of: site.prefix,
        when: Metric("AWS/Backup", "NumberOfBackupJobsFailed", .sum, ["BackupVaultName": backup.vault.vault.backupVaultName]), reaches: 1,
        minutes: 60, notify: security.alarms.topic)
    }

    private var resources: [any Input<String>] {
      [data.database.primary.dbInstanceArn, data.documents.bucket.arn] + (data.table.map { [$0.arn] } ?? [])
        + (data.globalTable.map { [$0.arn] } ?? [])
    }
  }
}
