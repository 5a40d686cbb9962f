/// Types whose delete loses data, beyond cfn-lint's list of stateful types that the catalogue carries.
enum DataBearing {
  static func apply(to table: inout BehaviorTable) {
    table.update(types) { $0.holdsData = true }
  }

  private static let types = [
    // A replica key decrypts what was encrypted in its region; images and passwords have no other copy.
    "KMS::ReplicaKey", "ECR::Repository", "ECR::PublicRepository",
    "Cassandra::Table", "CodeArtifact::Repository", "CodeCommit::Repository", "DSQL::Cluster", "DocDBElastic::Cluster", "FSx::Volume",
    "MSK::Cluster", "MSK::ServerlessCluster", "MemoryDB::Cluster", "OpenSearchServerless::Collection", "RDS::GlobalCluster",
    "RedshiftServerless::Namespace", "S3Express::DirectoryBucket", "S3Tables::Table", "S3Tables::TableBucket", "Timestream::Database",
    "Timestream::Table",
  ]
}
