/// What a delete leaves behind, so that a plan can say it.
///
/// Source: CloudFormation's `DeletionPolicy` attribute, which is `Snapshot` by default for an instance outside of a cluster; the direct handler
/// does the same.
enum Remains {
  static func apply(to table: inout BehaviorTable) {
    table.update("RDS::DBInstance") {
      $0.remains = ResourceBehavior.Remains(
        "a final snapshot of the database is taken first; it stays, and costs, until you delete it",
        unless: ["DBClusterIdentifier", "SourceDBInstanceIdentifier", "SourceDBClusterIdentifier"])
    }
  }
}
