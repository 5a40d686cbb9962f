import StrataModel

extension PolicyRule {
  static let databaseEncryption = PolicyRule(
    "R07", "rds-encrypted-cmk", title: "Databases are encrypted with a key of one's own",
    why: "who gets at a volume or snapshot reads everything; a key of one's own can be taken away from them",
    remedy: "set StorageEncrypted to true and KmsKeyId to a KMS.Key",
    controls: [.hipaa("164.312(a)(2)(iv)"), .pciDSS("3.5"), .gdpr("32(1)(a)"), .awsFoundations("2.3.1")]
  ) { context, assessment in
    for database in context.all("AWS::RDS::DBInstance", "AWS::RDS::DBCluster") {
      // A replica in the region of its source, a restored snapshot and a member of a cluster take the encryption of what they come from.
      if isInherited(database, context) {
        assessment.examine(database)
        continue
      }
      let isReplica = database.properties["SourceDBInstanceIdentifier"] != nil
      assessment.require(
        database.properties["StorageEncrypted"]?.isTrue == true || isReplica && database.properties["KmsKeyId"] != nil, of: database,
        at: "StorageEncrypted", "the database is not encrypted")
      assessment.require(
        context.isCustomerKey(database.properties["KmsKeyId"]), of: database, at: "KmsKeyId",
        "the database is not encrypted with a key of your own")
    }
  }

  private static func isInherited(_ database: ResourceNode, _ context: PolicyContext) -> Bool {
    if database.properties["DBClusterIdentifier"] != nil, database.type == "AWS::RDS::DBInstance" { return true }
    guard let source = context.targets(in: database.properties["SourceDBInstanceIdentifier"]).first else { return false }
    return source.placement.region == database.placement.region
  }
}
