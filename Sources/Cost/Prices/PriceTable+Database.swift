import StrataModel

extension PriceTable {
  private static let postgres = "https://aws.amazon.com/rds/postgresql/pricing/"
  private static let mysql = "https://aws.amazon.com/rds/mysql/pricing/"
  private static let cache = "https://aws.amazon.com/elasticache/pricing/"
  private static let dynamoDB = "https://aws.amazon.com/dynamodb/pricing/"

  /// Databases and caches.
  static let databasePrices: [Price] =
    postgresInstances.map { Price("rds.postgres.\($0.type)", $0.hour, "hour", source: postgres) }
    + mysqlInstances.flatMap { instance in
      ["mysql", "mariadb"].map { Price("rds.\($0).\(instance.type)", instance.hour, "hour", source: mysql) }
    }
    + cacheNodes.flatMap { node in
      // Valkey is sold for a fifth less than Redis OSS and Memcached.
      [
        Price("elasticache.redis.\(node.type)", node.hour, "hour", source: cache),
        Price("elasticache.memcached.\(node.type)", node.hour, "hour", source: cache),
        Price("elasticache.valkey.\(node.type)", node.valkeyHour, "hour", source: cache),
      ]
    }
    + [
      Price("rds.storage.gp3", 0.115, "GB-month", source: postgres),
      Price("rds.storage.gp2", 0.115, "GB-month", source: postgres),
      Price("rds.storage.io1", 0.125, "GB-month", source: postgres),
      Price("rds.backup", 0.095, "GB-month", source: postgres),
      Price("dynamodb.writes", 0.625, per: 1_000_000, "request unit", effective: "2024-11", source: dynamoDB),
      Price("dynamodb.reads", 0.125, per: 1_000_000, "request unit", effective: "2024-11", source: dynamoDB),
      Price("dynamodb.replicated-writes", 0.625, per: 1_000_000, "request unit", effective: "2024-11", source: dynamoDB),
      Price("dynamodb.write-capacity", 0.00065, "unit-hour", source: dynamoDB),
      Price("dynamodb.read-capacity", 0.00013, "unit-hour", source: dynamoDB),
      Price("dynamodb.storage", 0.25, "GB-month", source: dynamoDB),
      Price("dynamodb.recovery", 0.20, "GB-month", source: dynamoDB),
    ]

  /// One zone.
  private static let postgresInstances: [(type: String, hour: Money)] = [
    ("db.t3.micro", 0.018), ("db.t3.small", 0.036), ("db.t3.medium", 0.072), ("db.t4g.micro", 0.016), ("db.t4g.small", 0.032),
    ("db.t4g.medium", 0.065), ("db.t4g.large", 0.129), ("db.m6g.large", 0.159), ("db.m6g.xlarge", 0.318), ("db.m6i.large", 0.178),
    ("db.m7g.large", 0.168), ("db.r6g.large", 0.225), ("db.r6g.xlarge", 0.45), ("db.r7g.large", 0.239),
  ]

  /// One zone.
  private static let mysqlInstances: [(type: String, hour: Money)] = [
    ("db.t3.micro", 0.017), ("db.t3.small", 0.034), ("db.t3.medium", 0.068), ("db.t4g.micro", 0.016), ("db.t4g.small", 0.032),
    ("db.t4g.medium", 0.065), ("db.t4g.large", 0.129), ("db.m6g.large", 0.152), ("db.m6g.xlarge", 0.304), ("db.r6g.large", 0.215),
  ]

  private static let cacheNodes: [(type: String, hour: Money, valkeyHour: Money)] = [
    ("cache.t3.micro", 0.017, 0.0136), ("cache.t3.small", 0.034, 0.0272), ("cache.t3.medium", 0.068, 0.0544),
    ("cache.t4g.micro", 0.016, 0.0128), ("cache.t4g.small", 0.032, 0.0256), ("cache.t4g.medium", 0.065, 0.052),
    ("cache.m6g.large", 0.149, 0.1192), ("cache.m6g.xlarge", 0.297, 0.2376), ("cache.m7g.large", 0.158, 0.1264),
    ("cache.r6g.large", 0.206, 0.1648), ("cache.r7g.large", 0.219, 0.1752),
  ]
}
