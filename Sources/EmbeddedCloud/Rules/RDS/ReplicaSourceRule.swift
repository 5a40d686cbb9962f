import StrataDeployment
import StrataModel

/// The source of a read replica makes backups, and manages its password itself.
///
/// Source: RDS user guide, "Working with DB instance read replicas" (automatic backups needed) and "Password management with Secrets Manager"
/// (replicas are refused for sources whose password RDS manages, MySQL and others); `InvalidDBInstanceState`, `InvalidParameterCombination`.
struct ReplicaSourceRule: CloudRule {
  let types = ["AWS::RDS::DBInstance"]
  let summary = "A read replica needs a source with backups and without a managed master password."
  let source = "RDS CreateDBInstanceReadReplica"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create, let source = change.referenced("AWS::RDS::DBInstance", by: "SourceDBInstanceIdentifier", cloud) else {
      return
    }
    if source.inputs.flag("ManageMasterUserPassword") == true {
      throw CloudErrors.invalid(
        "InvalidParameterCombination",
        "Creating read replicas of \(source.identifier) is not supported while RDS manages its master password",
        "SourceDBInstanceIdentifier")
    }
    if source.inputs["BackupRetentionPeriod"]?.integerValue == 0 {
      throw CloudErrors.invalid(
        "InvalidDBInstanceState", "Automated backups are not enabled for \(source.identifier). Set BackupRetentionPeriod above 0.",
        "SourceDBInstanceIdentifier")
    }
  }
}
