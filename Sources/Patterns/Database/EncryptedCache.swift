public import StrataAWS
public import StrataLanguage

/// A Valkey cache with a replica in a second zone: encrypted at rest and on the way, with a token that clients must know.
///
/// Creates an `ElastiCache.ReplicationGroup`, its subnet and parameter groups, and a `SecretsManager.Secret` with the generated token. The token
/// holds letters and digits only: ElastiCache takes no spaces and none of `@`, `"` and `/` (API reference, CreateReplicationGroup).
@Component
public final class EncryptedCache: ResourceStandIn {
  public let id: String
  let name: String
  let nodeType: String
  let key: any StrataLanguage.Reference<KMS.Key>
  let subnets: [EC2.Subnet]
  let securityGroups: [EC2.SecurityGroup]
  var nodeCount = 2
  var snapshotDays = 7
  let secretReplicas: [SecretsManager.Secret.ReplicaRegion]?

  /// The name of the secret that holds the token.
  public var secretName: String { "\(name)/cache" }

  public lazy var token = SecretsManager.Secret(
    "token", description: "Token of \(name)", generateSecretString: .init(excludePunctuation: true, passwordLength: 64), kmsKeyId: key,
    name: secretName, replicaRegions: secretReplicas
  ).protected()

  public lazy var subnetGroup = ElastiCache.SubnetGroup(
    "subnets", description: "Restricted subnets of \(name)", subnetIds: subnets, cacheSubnetGroupName: name)

  public lazy var parameters = ElastiCache.ParameterGroup(
    "parameters", cacheParameterGroupFamily: "valkey8", description: "Parameters of \(name)")

  public lazy var group = ElastiCache.ReplicationGroup(
    "group", replicationGroupDescription: "Cache of \(name)", atRestEncryptionEnabled: true, authToken: .secretsManager(secretName),
    autoMinorVersionUpgrade: true, automaticFailoverEnabled: nodeCount > 1, cacheNodeType: nodeType,
    cacheParameterGroupName: parameters.cacheParameterGroupName,
    cacheSubnetGroupName: subnetGroup, engine: "valkey", engineVersion: "8.0", kmsKeyId: key, multiAzEnabled: nodeCount > 1,
    numCacheClusters: nodeCount, replicationGroupId: name, securityGroupIds: securityGroups, snapshotRetentionLimit: snapshotDays,
    transitEncryptionEnabled: true, transitEncryptionMode: .required
  ).after(token).protected()

  public var resource: ElastiCache.ReplicationGroup { group }
}
