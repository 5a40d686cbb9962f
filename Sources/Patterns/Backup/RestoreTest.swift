public import StrataAWS
public import StrataLanguage

/// A restore of the newest backups each month, into resources that AWS Backup deletes again, to prove that they can be restored.
///
/// Creates a `Backup.RestoreTestingPlan` and a `Backup.RestoreTestingSelection` for the resources of one type.
@Component
public final class RestoreTest {
  public let id: String
  let name: String
  let backup: DailyBackup
  /// The type in AWS Backup's words, for example `DynamoDB`.
  let resourceType: String
  let resources: [any Input<String>]
  var schedule = "cron(0 9 1 * ? *)"

  public var body: some Infrastructure {
    let plan = Backup.RestoreTestingPlan(
      "plan",
      recoveryPointSelection: .init(
        algorithm: .latestWithinWindow, includeVaults: [backup.vault.vault.backupVaultArn], recoveryPointTypes: [.snapshot],
        selectionWindowDays: 30), restoreTestingPlanName: name, scheduleExpression: schedule)
    Backup.RestoreTestingSelection(
      "selection", iamRoleArn: backup.role, protectedResourceType: resourceType, restoreTestingPlanName: plan,
      restoreTestingSelectionName: name, protectedResourceArns: resources, validationWindowHours: 8)
  }
}
