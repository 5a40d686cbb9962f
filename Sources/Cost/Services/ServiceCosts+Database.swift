import StrataModel

extension ServiceCosts {
  /// Databases and caches.
  static let database: [String: Estimate] = [
    "AWS::DynamoDB::Table": { costs in
      if costs["BillingMode"]?.stringValue == "PAY_PER_REQUEST" {
        costs.add("writes", "dynamodb.writes", .dynamoDBWrites)
        costs.add("reads", "dynamodb.reads", .dynamoDBReads)
      } else {
        costs.addCapacity(costs["ProvisionedThroughput"])
        for index in costs.elements("GlobalSecondaryIndexes") { costs.addCapacity(index["ProvisionedThroughput"]) }
      }
      costs.add("storage", "dynamodb.storage", .dynamoDBStorage)
      if costs["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"]?.boolValue == true {
        costs.add("point-in-time recovery", "dynamodb.recovery", .dynamoDBStorage)
      }
    },
    "AWS::DynamoDB::GlobalTable": { costs in
      let replicas = costs.elements("Replicas")
      let count = Quantity(max(1, replicas.count))
      let text = replicas.count > 1 ? "in \(replicas.count) regions" : nil
      guard costs["BillingMode"]?.stringValue == "PAY_PER_REQUEST" else {
        return costs.leaveOut("the capacity of its replicas scales by itself")
      }
      costs.add("replicated writes", "dynamodb.replicated-writes", .dynamoDBWrites, times: count, because: text)
      costs.add("reads", "dynamodb.reads", .dynamoDBReads)
      costs.add("storage", "dynamodb.storage", .dynamoDBStorage, times: count, because: text)
      let recovered = replicas.count { $0["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"]?.boolValue == true }
      costs.add("point-in-time recovery", "dynamodb.recovery", .dynamoDBStorage, times: Quantity(recovered), because: text)
    },
    "AWS::ElastiCache::ReplicationGroup": { costs in
      let engine = costs["Engine"]?.stringValue ?? "redis"
      let shards = ResourceCosts.number(costs["NumNodeGroups"])
      let replicas = ResourceCosts.number(costs["ReplicasPerNodeGroup"]) ?? .zero
      let count = ResourceCosts.number(costs["NumCacheClusters"]) ?? (shards ?? 1) * (replicas + 1)
      costs.addInstance("node", "elasticache.\(engine)", size: costs["CacheNodeType"], times: count, because: "\(count) nodes")
    },
    "AWS::RDS::DBInstance": { costs in
      let primary = costs.target(of: costs["SourceDBInstanceIdentifier"])
      guard let engine = (costs["Engine"] ?? primary?.properties["Engine"])?.stringValue else {
        return costs.leaveOut("its engine is that of an instance that the program does not declare")
      }
      let zones: Quantity = costs["MultiAZ"]?.boolValue == true ? 2 : 1
      let standby = zones > 1 ? "with a standby in a second zone" : nil
      costs.addInstance("instance", "rds.\(engine)", size: costs["DBInstanceClass"], times: zones, because: standby)
      let kind = (costs["StorageType"] ?? primary?.properties["StorageType"])?.stringValue ?? "gp2"
      if let gigabytes = ResourceCosts.number(costs["AllocatedStorage"] ?? primary?.properties["AllocatedStorage"]) {
        costs.add("\(kind) storage", "rds.storage.\(kind)", gigabytes * zones, because: standby)
      } else {
        costs.leaveOut("the size of its storage is not known before it is deployed")
      }
      costs.add("backups", "rds.backup", .rdsBackup)
    },
  ]
}

extension ResourceCosts {
  fileprivate mutating func addCapacity(_ throughput: PropertyValue?) {
    addHours("write capacity", "dynamodb.write-capacity", times: Self.number(throughput?["WriteCapacityUnits"]) ?? .zero)
    addHours("read capacity", "dynamodb.read-capacity", times: Self.number(throughput?["ReadCapacityUnits"]) ?? .zero)
  }
}
