extension HandlerRegistry {
  /// AWS Backup.
  static let backup: [any ResourceHandler] = [
    BackupFrameworkHandler(), BackupPlanHandler(), BackupSelectionHandler(), BackupVaultHandler(), ReportPlanHandler(),
    RestoreTestingPlanHandler(), RestoreTestingSelectionHandler(),
  ]
}
