public import StrataAWS
public import StrataLanguage

/// A read replica of a database in another region, which is promoted when the first region is lost.
///
/// Creates an `RDS.DBInstance`, protected, with a subnet group and a parameter group of its own region, because none of them reaches over, and
/// encrypted with a key of that region. It takes user and password from its source. Writes go to one region only: RDS has no second writer.
@Component
public final class RecoveryDatabase: ResourceStandIn {
  public let id: String
  let name: String
  let source: ReplicatedDatabase
  let sourceRegion: Region
  let instanceClass: String
  let key: any StrataLanguage.Reference<KMS.Key>
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  var isProtected = true

  public lazy var subnetGroup = RDS.DBSubnetGroup(
    "subnets", dbSubnetGroupDescription: "Restricted subnets of \(name)", subnetIds: subnets, dbSubnetGroupName: name)

  public lazy var parameters = RDS.DBParameterGroup(
    "parameters", description: "TLS only, connections logged", family: source.family, dbParameterGroupName: name,
    parameters: ["rds.force_ssl": "1", "log_connections": "1", "log_disconnections": "1", "log_statement": "ddl"])

  public lazy var replica = RDS.DBInstance(
    "replica", autoMinorVersionUpgrade: true, backupRetentionPeriod: source.backupDays, copyTagsToSnapshot: true,
    databaseInsightsMode: .standard, dbInstanceClass: instanceClass, dbInstanceIdentifier: name, dbParameterGroupName: parameters,
    dbSubnetGroupName: subnetGroup, deletionProtection: isProtected, enableIamDatabaseAuthentication: true,
    enablePerformanceInsights: true, kmsKeyId: key, monitoringInterval: 60, monitoringRoleArn: source.monitoringRole,
    performanceInsightsKmsKeyId: key, performanceInsightsRetentionPeriod: 7, publiclyAccessible: false,
    sourceDbInstanceIdentifier: source.primary.dbInstanceArn, sourceRegion: sourceRegion.name,
    vpcSecurityGroups: securityGroups
  ).protected()

  public var resource: RDS.DBInstance { replica }
}
