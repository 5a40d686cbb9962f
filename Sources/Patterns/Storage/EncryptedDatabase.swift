public import StrataAWS
public import StrataLanguage
import StrataModel

/// A PostgreSQL database that is encrypted with a customer-managed key wherever it leaves a trace: storage, backups, logs, performance data,
/// and the password of its master user, which RDS makes, keeps in Secrets Manager and changes every seven days.
///
/// Creates an `RDS.DBInstance`, protected and with deletion protection, over two zones; its `RDS.DBSubnetGroup`, an `RDS.DBParameterGroup`
/// that refuses connections without TLS, the role of the enhanced monitoring, and the log groups before RDS would make them without a key.
/// The key must let callers of RDS and Secrets Manager in, ``KeyUse/callers(through:)``, and CloudWatch Logs for `/aws/rds/instance/NAME/*`.
///
/// The encryption of an existing database cannot be changed: another key is a replacement, through a copy of a snapshot (Amazon RDS User
/// Guide, "Encrypting Amazon RDS resources").
///
/// RDS moves to newer minor versions in the maintenance window, so the version is that of a new database and not compared afterwards.
///
/// To deviate: `instanceClass`, `gigabytes`, `isMultiZone`, `backupDays` up to 35.
@Component
public final class EncryptedDatabase: ResourceStandIn {
  public let id: String
  let name: String
  let key: any StrataLanguage.Reference<KMS.Key>
  /// In two zones at least, without a way to the internet.
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  var database = "main"
  var instanceClass = "db.t4g.medium"
  var gigabytes = 50
  var isMultiZone = true
  var backupDays = 35

  public lazy var logs = ["postgresql", "upgrade"].map {
    EncryptedLogGroup("\($0)-logs", name: "/aws/rds/instance/\(name)/\($0)", key: key)
  }

  public lazy var monitoringRole = ServiceRole(
    "monitoring", for: "monitoring.rds", managedPolicies: ["service-role/AmazonRDSEnhancedMonitoringRole"])

  public lazy var subnetGroup = RDS.DBSubnetGroup(
    "subnets", dbSubnetGroupDescription: "Subnets of \(name)", subnetIds: subnets, dbSubnetGroupName: name)

  public lazy var parameterGroup = RDS.DBParameterGroup(
    "parameters", description: "Parameters of \(name)", family: "postgres17", dbParameterGroupName: name,
    parameters: ["rds.force_ssl": "1", "log_connections": "1", "log_disconnections": "1"])

  public lazy var instance = RDS.DBInstance(
    "instance", allocatedStorage: "\(gigabytes)", autoMinorVersionUpgrade: true, backupRetentionPeriod: backupDays,
    copyTagsToSnapshot: true, dbInstanceClass: instanceClass, dbInstanceIdentifier: name, dbName: database,
    dbParameterGroupName: parameterGroup, dbSubnetGroupName: subnetGroup, deletionProtection: true,
    enableCloudwatchLogsExports: ["postgresql", "upgrade"], enableIamDatabaseAuthentication: true, enablePerformanceInsights: true,
    engine: "postgres", engineVersion: "17.6", kmsKeyId: key, manageMasterUserPassword: true, masterUserSecret: .init(kmsKeyId: key),
    masterUsername: "master", monitoringInterval: 60, monitoringRoleArn: monitoringRole, multiAz: isMultiZone,
    performanceInsightsKmsKeyId: key, publiclyAccessible: false, storageEncrypted: true, storageType: "gp3",
    vpcSecurityGroups: securityGroups
  ).after(logs).ignoringChanges(to: "EngineVersion").protected()

  public var resource: RDS.DBInstance { instance }
}
