import StrataModel

extension ServiceCosts {
  /// Objects, images, backups.
  static let storage: [String: Estimate] = [
    "AWS::Backup::BackupVault": { costs in costs.add("warm storage", "backup.storage", .backupStorage) },
    "AWS::Backup::RestoreTestingSelection": { costs in costs.add("restore tests", "backup.restore-tests", .backupRestoreTests) },
    "AWS::ECR::Repository": { costs in costs.add("images", "ecr.storage", .ecrStorage) },
    "AWS::S3::Bucket": { costs in
      costs.add("standard storage", "s3.storage", .s3Storage)
      costs.add("PUT requests", "s3.writes", .s3Writes)
      costs.add("GET requests", "s3.reads", .s3Reads)
    },
  ]
}
