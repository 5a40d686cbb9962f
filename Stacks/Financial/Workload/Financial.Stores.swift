import Strata

extension Financial {
  /// The data stores of a site, as what runs there knows them.
  struct Stores {
    /// The table's name; it is the same in each region, so that a restored table is found too.
    var table: String
    /// The ARN of the bucket of documents.
    var documents: (any Input<String>)?
    var database: RDS.DBInstance
    /// The ARNs of the secrets.
    var secrets: [any Input<String>]
    var cache: ElastiCache.ReplicationGroup?
  }
}
