import Strata

extension Financial {
  /// The data stores of the second region.
  @Stack final class RecoveryDataStack {
    let id: String
    let settings: Settings
    let site: Site
    let network: NetworkStack
    let security: SecurityStack
    let primary: DataStack

    // 4.29 "VPC + RDS cross-region replica {SourceDBInstanceIdentifier ARN, KmsKeyId of DR region, SourceRegion}": promoted by hand, because a
    // database that was cut off and still takes writes must not be promoted by a machine.
    lazy var database = RecoveryDatabase(
      "database", name: "\(site.prefix)-database", source: primary.database, sourceRegion: primary.site.region,
      instanceClass: site.workload.databaseClass, key: security.key, subnets: network.network.restrictedTier.subnets,
      securityGroups: [security.databaseGroup])

    // 4.30 "Scaled-down but fully functional": one node until the second region serves as the first does. A cache is filled anew, not restored.
    lazy var cache =
      site.workload.recovery >= .warmStandby
      ? EncryptedCache(
        "cache", name: "\(site.prefix)-cache", nodeType: site.workload.cacheNodeType, key: security.key,
        subnets: network.network.restrictedTier.subnets, securityGroups: [security.cacheGroup],
        nodeCount: site.workload.recovery == .multiRegion ? 2 : 1) : nil

    // 4.40 "enhanced secrets rotation": the second region's cache has a token of its own.
    lazy var cacheRotation =
      settings.has(.secretsManager)
      ? cache.map {
        SecretRotation(
          "cache-rotation", name: "\(site.prefix)-cache-rotation", target: .cache($0), days: 30, key: security.key,
          subnets: network.network.privateTier.subnets, securityGroups: [security.functionGroup])
      } : nil

    var body: some Infrastructure {
      Output("database-endpoint", database.replica.endpointAddress)
    }

    /// What servers and functions of the site work with.
    var stores: Stores {
      Stores(
        table: primary.stores.table, documents: primary.remoteDocuments?.bucket.arn ?? primary.remoteCopies?.bucket.arn,
        database: database.replica, secrets: [primary.database.credentials.id] + (cache.map { [$0.token.id] } ?? []), cache: cache?.group)
    }
  }
}
