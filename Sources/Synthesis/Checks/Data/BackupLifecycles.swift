import StrataLanguage
import StrataModel

/// How long backups are kept, and where.
struct BackupLifecycles: GraphCheck {
  let types = ["AWS::Backup::BackupPlan", "AWS::Backup::BackupVault"]
  let source = """
    AWS Backup API reference, Lifecycle (at least 90 days in cold storage), BackupRule EnableContinuousBackup (35 days at most), \
    PutBackupVaultLockConfiguration (72 hours at least; jobs outside of the vault's range fail)
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::Backup::BackupVault") {
      let vault = program.resources[index]
      guard let lock = vault.properties["LockConfiguration"] else { continue }
      if let least = lock["MinRetentionDays"]?.wholeNumber, let most = lock["MaxRetentionDays"]?.wholeNumber, least > most {
        report.error(
          "vault-retention", "LockConfiguration.MinRetentionDays \(least) is more than MaxRetentionDays \(most)", at: vault,
          path: "LockConfiguration")
      }
      if let days = lock["ChangeableForDays"]?.wholeNumber, days < 3 {
        report.error(
          "vault-retention", "LockConfiguration.ChangeableForDays must be 3 or more, not \(days)",
          remedy: "leave it out for governance mode, which can be lifted", at: vault, path: "LockConfiguration.ChangeableForDays")
      }
    }
    for index in program.indices(of: "AWS::Backup::BackupPlan") {
      let plan = program.resources[index]
      for (position, rule) in (plan.properties.value(at: "BackupPlan", "BackupPlanRule")?.elements ?? []).enumerated() {
        let path = PropertyPath([.key("BackupPlan"), .key("BackupPlanRule"), .index(position)])
        check(rule["Lifecycle"], at: path.appending(key: "Lifecycle"), plan, &report)
        for (number, copy) in (rule["CopyActions"]?.elements ?? []).enumerated() {
          let place = path.appending(key: "CopyActions").appending(index: number).appending(key: "Lifecycle")
          check(copy["Lifecycle"], at: place, plan, &report)
        }
        checkRule(rule, at: path, plan, program, &report)
      }
    }
  }

  private func check(_ lifecycle: PropertyValue?, at path: PropertyPath, _ plan: DeclaredResource, _ report: inout DiagnosticReport) {
    guard let cold = lifecycle?["MoveToColdStorageAfterDays"]?.wholeNumber, let end = lifecycle?["DeleteAfterDays"]?.wholeNumber, end >= 0,
      end < cold + 90
    else { return }
    report.error(
      "cold-storage-too-short", "\(path) deletes after \(end) days, \(end - cold) days after the move to cold storage; 90 are the least",
      remedy: "delete after \(cold + 90) days or later, or leave MoveToColdStorageAfterDays out", at: plan, path: path)
  }

  private func checkRule(
    _ rule: PropertyValue, at path: PropertyPath, _ plan: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    guard let days = rule.value(at: "Lifecycle", "DeleteAfterDays")?.wholeNumber else { return }
    if rule["EnableContinuousBackup"]?.isTrue == true, days > 35 {
      report.error(
        "continuous-backup-too-long", "\(path) keeps continuous backups for \(days) days; 35 are the most",
        remedy: "keep snapshots longer by a rule of their own", at: plan, path: path)
    }
    guard let vault = program.target(of: rule["TargetBackupVault"], type: "AWS::Backup::BackupVault"),
      let lock = program.resources[vault].properties["LockConfiguration"]
    else { return }
    let least = lock["MinRetentionDays"]?.wholeNumber ?? 0
    let most = lock["MaxRetentionDays"]?.wholeNumber ?? .max
    if days < least || days > most {
      report.warning(
        "vault-retention", "\(path) keeps backups for \(days) days, outside of what the vault's lock admits: every job would fail",
        remedy: days < least ? "keep them for \(least) days or longer" : "keep them for \(most) days at most", at: plan, path: path,
        notes: [Diagnostic.Note("the vault is declared here", at: program.resources[vault].source)])
    }
  }
}
