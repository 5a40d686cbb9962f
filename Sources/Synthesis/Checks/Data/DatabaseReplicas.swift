import StrataLanguage
import StrataModel

/// A read replica needs a source that can have one.
struct DatabaseReplicas: GraphCheck {
  let types = ["AWS::RDS::DBInstance"]
  let source = """
    RDS user guide, "Working with DB instance read replicas" (automatic backups of the source) and "Password management with Secrets Manager" \
    (no replicas of instances whose password RDS manages; stated for MySQL, MariaDB and SQL Server, unverified for PostgreSQL)
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::RDS::DBInstance") {
      let replica = program.resources[index]
      guard let value = replica.properties["SourceDBInstanceIdentifier"],
        let source = program.targets(in: value).first(where: { program.resources[$0].type == "AWS::RDS::DBInstance" })
      else { continue }
      let original = program.resources[source]
      let note = Diagnostic.Note("the source is declared here", at: original.source)
      if original.properties["ManageMasterUserPassword"]?.isTrue == true {
        report.error(
          "replica-of-managed-password",
          "'\(original.address)' has its password managed by RDS, and such an instance can have no read replica",
          remedy: "declare a secret with a rotation schedule and attach it instead of ManageMasterUserPassword", at: replica,
          path: "SourceDBInstanceIdentifier", notes: [note])
      }
      if original.properties["BackupRetentionPeriod"]?.wholeNumber == 0 {
        report.error(
          "replica-without-backups", "'\(original.address)' keeps no backups (BackupRetentionPeriod 0), which a read replica needs",
          remedy: "set BackupRetentionPeriod of the source to 1 or more", at: replica, path: "SourceDBInstanceIdentifier", notes: [note])
      }
    }
  }
}
