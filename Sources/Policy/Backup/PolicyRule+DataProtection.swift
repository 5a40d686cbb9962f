import StrataModel

extension PolicyRule {
  static let dataProtection = PolicyRule(
    "R36", "data-protection-backup", title: "Data can be brought back: to any second of the last weeks, and from another region",
    why: "what was deleted, encrypted by an intruder or lost with a region is gone without a copy",
    remedy: "use DailyBackup, and the components for data, which set the rest",
    controls: [.hipaa("164.308(a)(7)"), .gdpr("32(1)(c)"), .soc2("A1.2")]
  ) { context, assessment in
    let covered = BackupCoverage(context)
    for table in context.all("AWS::DynamoDB::Table") {
      let recovery = table.properties["PointInTimeRecoverySpecification"]
      assessment.require(
        recovery?["PointInTimeRecoveryEnabled"]?.isTrue == true, of: table, at: "PointInTimeRecoverySpecification",
        "the table cannot be brought back to a point in time", remedy: "set PointInTimeRecoveryEnabled to true")
      // DynamoDB keeps 35 days unless told otherwise.
      if let days = recovery?["RecoveryPeriodInDays"]?.wholeNumber, context.tag("DataClassification", of: table)?.lowercased() == "phi" {
        assessment.require(
          days >= 35, of: table, at: "PointInTimeRecoverySpecification", "health data can be brought back for \(days) days only",
          remedy: "set RecoveryPeriodInDays to 35")
      }
      requireBackup(of: table, covered, &assessment)
    }
    for table in context.all("AWS::DynamoDB::GlobalTable") {
      for (index, replica) in (table.properties["Replicas"]?.elements ?? []).enumerated() {
        assessment.require(
          replica.value(at: "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")?.isTrue == true, of: table,
          at: PropertyPath("Replicas").appending(index: index), "a replica of the table cannot be brought back to a point in time",
          remedy: "set PointInTimeRecoveryEnabled to true")
      }
    }
    // Buckets keep versions, which is another rule; file systems do not.
    for system in context.all("AWS::EFS::FileSystem") { requireBackup(of: system, covered, &assessment) }
    for database in context.all("AWS::RDS::DBInstance", "AWS::RDS::DBCluster") { check(database: database, covered, context, &assessment) }
    for plan in context.all("AWS::Backup::BackupPlan") { check(plan: plan, context, &assessment) }
    for vault in context.all("AWS::Backup::BackupVault") {
      assessment.require(
        vault.properties["AccessPolicy"] != nil, of: vault, at: "AccessPolicy",
        "backups in the vault can be deleted by every administrator",
        remedy: "deny backup:DeleteRecoveryPoint in AccessPolicy, as LockedVault does")
    }
  }

  private static func requireBackup(of node: ResourceNode, _ covered: BackupCoverage, _ assessment: inout PolicyAssessment) {
    assessment.require(
      covered.covers(node), of: node, "no backup plan covers the data",
      remedy: "add it to a Backup.BackupSelection, as DailyBackup does")
  }

  private static func check(
    database: ResourceNode, _ covered: BackupCoverage, _ context: PolicyContext, _ assessment: inout PolicyAssessment
  ) {
    let properties = database.properties
    assessment.require(
      properties["DeletionProtection"]?.isTrue == true, of: database, at: "DeletionProtection", "the database can be deleted by one call",
      remedy: "set DeletionProtection to true")
    // A replica has no backups of its own unless it is asked for them; members of a cluster are backed up with it.
    guard properties["SourceDBInstanceIdentifier"] == nil, properties["DBClusterIdentifier"] == nil || database.type.hasSuffix("Cluster")
    else { return }
    let least = context.isProduction(database) ? 35 : 7
    let days = properties["BackupRetentionPeriod"]?.wholeNumber ?? 1
    assessment.require(
      days >= least, of: database, at: "BackupRetentionPeriod", "backups of the database are kept for \(days) days",
      remedy: "set BackupRetentionPeriod to \(least)")
    assessment.require(
      properties["CopyTagsToSnapshot"]?.isTrue == true, of: database, at: "CopyTagsToSnapshot",
      "snapshots of the database do not say what data they hold", remedy: "set CopyTagsToSnapshot to true")
    requireBackup(of: database, covered, &assessment)
  }

  private static func check(plan: ResourceNode, _ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    let rules = plan.properties.value(at: "BackupPlan", "BackupPlanRule")?.elements ?? []
    let path: PropertyPath = "BackupPlan.BackupPlanRule"
    for (index, rule) in rules.enumerated() {
      // Without a lifecycle backups are kept for ever.
      guard let days = rule.value(at: "Lifecycle", "DeleteAfterDays")?.wholeNumber else { continue }
      assessment.require(
        days >= 35, of: plan, at: path.appending(index: index), "backups are deleted after \(days) days", remedy: "keep them for 35 days")
    }
    guard context.isProduction(plan) else { return assessment.examine(plan) }
    let copies = rules.contains { rule in
      (rule["CopyActions"]?.elements ?? []).contains { action in
        guard let vault = context.targets(in: action["DestinationBackupVaultArn"]).first else {
          return action["DestinationBackupVaultArn"] != nil
        }
        return vault.placement.region != plan.placement.region
      }
    }
    assessment.require(
      copies, of: plan, at: path, "production's backups are in one region only", remedy: "add CopyActions to a vault in another region")
  }
}
