import Strata

extension Financial {
  /// The document's "Database Module": "RDS instances with encryption, monitoring, and high availability", cache, table and documents.
  @Stack final class DataStack {
    let id: String
    let settings: Settings
    let site: Site
    let network: NetworkStack
    let security: SecurityStack
    /// The vault of the recovery region, whose key encrypts the copies of backups there; for what cannot be made again.
    let vault: VaultStack?
    /// The security stack of the second region, where there is one.
    let recovery: SecurityStack?

    // 4.17 "Multi-AZ deployments for high availability. Automated backups and snapshots. Encryption at rest with KMS keys. Performance Insights for
    // monitoring. Enhanced monitoring for detailed metrics". Performance Insights is becoming part of CloudWatch Database Insights, whose
    // standard mode it is. 4.18 "Database Replica"; 4.28 "Regular snapshots of all critical data stores": in the recovery region too.
    lazy var database = ReplicatedDatabase(
      "database", name: "\(site.prefix)-database", instanceClass: site.workload.databaseClass, storage: site.workload.databaseStorage,
      key: security.key, subnets: restricted, securityGroups: [security.databaseGroup], copies: backupCopies, secretReplicas: secretReplicas
    )

    // 4.19 "Cache Cluster"
    lazy var cache = EncryptedCache(
      "cache", name: "\(site.prefix)-cache", nodeType: site.workload.cacheNodeType, key: security.key, subnets: restricted,
      securityGroups: [security.cacheGroup], secretReplicas: secretReplicas)

    // 4.20 "RDS, DynamoDB": the ledger of requests, so that none is carried out twice. 4.31 With two active regions it is one table in both.
    lazy var table =
      isGlobal
      ? nil
      : EncryptedTable(
        "requests", name: "\(site.prefix)-requests", key: security.key, partitionKey: .string("requestId"), expiresBy: "expiresAt")
    lazy var globalTable =
      isGlobal
      ? DynamoDB.GlobalTable(
        "global-requests", replicas: replicas, attributeDefinitions: [.init(attributeName: "requestId", attributeType: .s)],
        billingMode: "PAY_PER_REQUEST", keySchema: [.init(attributeName: "requestId", keyType: "HASH")],
        sseSpecification: .init(sseEnabled: true, sseType: .kms), streamSpecification: .init(streamViewType: "NEW_AND_OLD_IMAGES"),
        tableName: "\(site.prefix)-requests", timeToLiveSpecification: .init(enabled: true, attributeName: "expiresAt")
      ).protected() : nil

    // 4.24 "Encryption at rest for all data stores". 4.31 A bucket whose replica replicates back would be made before itself, so each region
    // writes to one of its own and reads a copy of the other's.
    lazy var documents = EncryptedBucket(
      "documents", name: site.bucket("documents"), key: security.key, replication: replication?.configuration)
    lazy var documentCopies =
      isGlobal
      ? EncryptedBucket("document-copies", name: site.bucket("document-copies"), key: security.key)
        .tagged(["Purpose": "copy of the recovery region's documents"]) : nil

    lazy var remoteCopies = recovery.map { remoteBucket("remote-document-copies", "document-copies", $0) }
    lazy var remoteDocuments =
      isGlobal ? recovery.map { remoteBucket("remote-documents", "documents", $0, replication: remoteReplication?.configuration) } : nil

    lazy var replication = remoteCopies.flatMap { copies in
      recovery.map {
        replicate("replication", from: site, security, to: copies, $0, in: settings.recoveryRegion)
      }
    }
    lazy var remoteReplication = documentCopies.flatMap { copies in
      recovery.map {
        replicate("remote-replication", from: $0.site, $0, to: copies, security, in: site.region).placed(in: settings.recoveryRegion)
      }
    }

    // 4.40 "enhanced secrets rotation": the database's password always rotates, the cache's token with the enhancement.
    lazy var databaseRotation = rotation("database-rotation", of: .database(database))
    lazy var cacheRotation = settings.has(.secretsManager) ? rotation("cache-rotation", of: .cache(cache)) : nil

    var body: some Infrastructure {
      Output("database-endpoint", database.primary.endpointAddress)
      Output("database-secret", database.credentials.id)
      Output("cache-endpoint", cache.group.primaryEndPointAddress)
    }

    /// Whether both regions are active.
    var isGlobal: Bool { recovery != nil && site.workload.recovery == .multiRegion }

    /// What servers and functions of the site work with.
    var stores: Stores {
      Stores(
        table: "\(site.prefix)-requests", documents: documents.bucket.arn, database: database.primary,
        secrets: [database.credentials.id, cache.token.id], cache: cache.group)
    }

    private var restricted: [EC2.Subnet] { network.network.restrictedTier.subnets }

    private var backupCopies: ReplicatedDatabase.BackupCopies? { vault.map { .init(region: settings.recoveryRegion, key: $0.key) } }

    private var secretReplicas: [SecretsManager.Secret.ReplicaRegion]? {
      guard settings.has(.secretsManager), let recovery else { return nil }
      return [.init(region: settings.recoveryRegion, kmsKeyId: recovery.key)]
    }

    private var replicas: [DynamoDB.GlobalTable.ReplicaSpecification] {
      var result = [replica(site, security)]
      if let recovery { result.append(replica(recovery.site, recovery)) }
      return result
    }

    private func replica(_ site: Site, _ security: SecurityStack) -> DynamoDB.GlobalTable.ReplicaSpecification {
      .init(
        region: site.region, deletionProtectionEnabled: true,
        pointInTimeRecoverySpecification: .init(pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35),
        sseSpecification: .init(kmsMasterKeyId: security.key))
    }

    private func remoteBucket(
      _ id: String, _ purpose: String, _ recovery: SecurityStack, replication: S3.Bucket.ReplicationConfiguration? = nil
    ) -> EncryptedBucket {
      EncryptedBucket(id, name: recovery.site.bucket(purpose), key: recovery.key, replication: replication)
        .placed(in: settings.recoveryRegion)
    }

    private func replicate(
      _ id: String, from site: Site, _ source: SecurityStack, to copies: EncryptedBucket, _ target: SecurityStack, in region: Region
    ) -> BucketReplication {
      BucketReplication(
        id, source: site.bucket("documents"), sourceKey: source.key, replica: copies.bucket, replicaKey: target.key, replicaRegion: region)
    }

    private func rotation(_ id: String, of target: SecretRotation.Target) -> SecretRotation {
      SecretRotation(
        id, name: "\(site.prefix)-\(id)", target: target, days: settings.has(.secretsManager) ? 30 : 90, key: security.key,
        subnets: network.network.privateTier.subnets, securityGroups: [security.functionGroup])
    }
  }
}
