/// How an interrupted create is found where neither an identifier, nor an occupancy key, nor a name that the engine may choose tells.
enum SearchKeys {
  static func apply(to table: inout BehaviorTable) {
    for (type, property) in instanceNames { table.update(type) { $0.instanceName = property } }
    for (type, keys) in rows { table.update(type) { $0.searchKeys = keys } }
  }

  /// CloudFormation chooses these names itself, and so do handlers.
  private static let instanceNames = [
    ("AutoScaling::ScalingPolicy", "PolicyName"), ("ElastiCache::ParameterGroup", "CacheParameterGroupName"),
  ]

  private static let rows: [(String, [String])] = [
    // The statement's id is made of its content: an equal permission is the same one.
    ("Lambda::Permission", ["FunctionName", "Action", "Principal", "SourceArn", "SourceAccount", "EventSourceToken", "PrincipalOrgID"]),
    // PublishVersion answers with the latest version while nothing has changed since.
    ("Lambda::Version", ["FunctionName"]),
    // These take tokens; emulators ignore them.
    ("RAM::ResourceShare", ["Name"]),
    ("SSM::MaintenanceWindow", ["Name"]),
    ("SSM::MaintenanceWindowTarget", ["WindowId", "ResourceType", "Name"]),
  ]
}
