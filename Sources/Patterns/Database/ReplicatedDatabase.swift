public import StrataAWS
public import StrataLanguage
import StrataModel

/// A PostgreSQL database in two zones with read replicas: encrypted, over TLS only, monitored, and restorable to any second of the last weeks.
///
/// ``EncryptedDatabase`` is the one without replicas, whose password RDS makes and changes itself.
///
/// Creates an `RDS.DBInstance`, protected, and its replicas; a `SecretsManager.Secret` with a generated password that nobody sees, attached to the
/// instance; a subnet group; a parameter group that refuses connections without TLS; the role for enhanced monitoring; and encrypted log groups
/// for what the engine logs. RDS moves on to newer minor versions by itself, so a changed `EngineVersion` is no drift. RDS cannot manage the password itself here, because such an instance can have no replica (RDS User Guide, "Password
/// management with Amazon RDS and AWS Secrets Manager").
///
/// To deviate: `copies` names a region that automated backups are replicated to, and the key there; `secretReplicas` where the secret is needed.
@Component
public final class ReplicatedDatabase: ResourceStandIn {
  public let id: String
  let name: String
  let instanceClass: String
  /// Gibibytes at first; storage grows by itself to five times as much.
  let storage: Int
  let key: any StrataLanguage.Reference<KMS.Key>
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  var user = "administrator"
  var engineVersion = "17.5"
  var backupDays = 35
  var isMultiZone = true
  var isProtected = true
  var replicaCount = 1
  let copies: BackupCopies?
  let secretReplicas: [SecretsManager.Secret.ReplicaRegion]?

  /// Where automated backups are replicated to.
  public struct BackupCopies {
    let region: Region
    let key: any StrataLanguage.Reference<KMS.Key>

    /// Creates a destination; the key is one of that region.
    public init(region: Region, key: any StrataLanguage.Reference<KMS.Key>) {
      self.region = region
      self.key = key
    }
  }

  /// The family of parameters, which goes with the major version.
  var family: String { "postgres\(engineVersion.split(separator: ".").first ?? "")" }

  /// The name of the secret: a resource that takes the password names it.
  public var secretName: String { "\(name)/database" }

  public lazy var credentials = SecretsManager.Secret(
    "credentials", description: "Administrator of \(name)",
    generateSecretString: .init(
      excludeCharacters: "\"'@/\\ ", generateStringKey: "password", passwordLength: 40,
      secretStringTemplate: "{\"username\": \"\(user)\"}"), kmsKeyId: key, name: secretName, replicaRegions: secretReplicas
  ).protected()

  public lazy var subnetGroup = RDS.DBSubnetGroup(
    "subnets", dbSubnetGroupDescription: "Restricted subnets of \(name)", subnetIds: subnets, dbSubnetGroupName: name)

  public lazy var parameters = RDS.DBParameterGroup(
    "parameters", description: "TLS only, connections logged", family: family, dbParameterGroupName: name,
    parameters: ["rds.force_ssl": "1", "log_connections": "1", "log_disconnections": "1", "log_statement": "ddl"])

  public lazy var monitoringRole = ServiceRole(
    "monitoring", for: "monitoring.rds", managedPolicies: ["service-role/AmazonRDSEnhancedMonitoringRole"])

  /// The engine's logs; without them RDS would make groups that are not encrypted with the key and never expire.
  public lazy var logs = ["postgresql", "upgrade"].map {
    EncryptedLogGroup("logs-\($0)", name: "/aws/rds/instance/\(name)/\($0)", key: key, retention: .years(1))
  }

  public lazy var primary = RDS.DBInstance(
    "primary", allocatedStorage: "\(storage)", autoMinorVersionUpgrade: true,
    automaticBackupReplicationKmsKeyId: copies?.key, automaticBackupReplicationRegion: copies?.region,
    automaticBackupReplicationRetentionPeriod: copies == nil ? nil : backupDays, backupRetentionPeriod: backupDays,
    caCertificateIdentifier: "rds-ca-rsa2048-g1", copyTagsToSnapshot: true, databaseInsightsMode: .standard, dbInstanceClass: instanceClass,
    dbInstanceIdentifier: name, dbParameterGroupName: parameters, dbSubnetGroupName: subnetGroup, deletionProtection: isProtected,
    enableCloudwatchLogsExports: ["postgresql", "upgrade"], enableIamDatabaseAuthentication: true, enablePerformanceInsights: true,
    engine: "postgres", engineVersion: engineVersion, kmsKeyId: key,
    masterUserPassword: .secretsManager(secretName, field: "password"), masterUsername: user, maxAllocatedStorage: storage * 5,
    monitoringInterval: 60, monitoringRoleArn: monitoringRole, multiAz: isMultiZone, performanceInsightsKmsKeyId: key,
    performanceInsightsRetentionPeriod: 7, preferredBackupWindow: "03:00-04:00", preferredMaintenanceWindow: "sun:04:30-sun:05:30",
    publiclyAccessible: false, storageEncrypted: true, storageType: "gp3", vpcSecurityGroups: securityGroups
  ).after(credentials).after(logs).protected().ignoringChanges(to: "EngineVersion")

  /// Replicas take user, password, storage and key from their source.
  public lazy var replicas = (0..<replicaCount).map { number in
    RDS.DBInstance(
      "replica-\(number + 1)", autoMinorVersionUpgrade: true, copyTagsToSnapshot: true, databaseInsightsMode: .standard,
      dbInstanceClass: instanceClass, dbInstanceIdentifier: "\(name)-replica-\(number + 1)", dbParameterGroupName: parameters,
      deletionProtection: isProtected, enableIamDatabaseAuthentication: true, enablePerformanceInsights: true, monitoringInterval: 60,
      monitoringRoleArn: monitoringRole, performanceInsightsKmsKeyId: key, performanceInsightsRetentionPeriod: 7,
      publiclyAccessible: false, sourceDbInstanceIdentifier: primary.dbInstanceIdentifier, vpcSecurityGroups: securityGroups
    ).protected()
  }

  public lazy var attachment = SecretsManager.SecretTargetAttachment(
    "attachment", secretId: credentials, targetId: primary.dbInstanceIdentifier, targetType: "AWS::RDS::DBInstance")

  public var resource: RDS.DBInstance { primary }
}
