import StrataModel

extension PolicyRule {
  static let databaseTransport = PolicyRule(
    "R27", "db-tls", title: "Databases and caches refuse connections without TLS",
    why: "a client that is not told to encrypt does not",
    remedy: "set rds.force_ssl (PostgreSQL, SQL Server) or require_secure_transport (MySQL) to 1 in the parameter group",
    controls: [.pciDSS("4.2"), .hipaa("164.312(e)(1)")]
  ) { context, assessment in
    for database in context.all("AWS::RDS::DBInstance", "AWS::RDS::DBCluster")
    where database.properties["DBClusterIdentifier"] == nil
      || database.type == "AWS::RDS::DBCluster"
    {
      let property = database.type == "AWS::RDS::DBCluster" ? "DBClusterParameterGroupName" : "DBParameterGroupName"
      let group = context.targets(in: database.properties[property]).first
      let parameters = group?.properties["Parameters"]
      let isForced = ["rds.force_ssl", "require_secure_transport"].contains { name in
        ["1", "ON"].contains(parameters?[name]?.scalarText?.uppercased())
      }
      assessment.require(
        isForced, of: database, at: PropertyPath(property), "the database answers connections without TLS",
        notes: group.map { [Diagnostic.Note("its parameters are declared here", at: $0.source)] } ?? [])
    }
    for cache in context.all("AWS::ElastiCache::ReplicationGroup") {
      assessment.require(
        cache.properties["TransitEncryptionEnabled"]?.isTrue == true && cache.properties["TransitEncryptionMode"] != "preferred", of: cache,
        at: "TransitEncryptionEnabled", "the cache answers connections without TLS",
        remedy: "set TransitEncryptionEnabled to true, with TransitEncryptionMode required")
    }
  }
}
