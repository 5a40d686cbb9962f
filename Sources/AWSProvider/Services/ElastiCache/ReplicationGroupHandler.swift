import AWSClient
import StrataModel

/// Replication groups of caches: elasticache:CreateReplicationGroup and its companions.
///
/// Nodes and shards are added and removed by calls of their own, after the other changes.
struct ReplicationGroupHandler: ResourceHandler {
  static let type = "AWS::ElastiCache::ReplicationGroup"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("elasticache", "CreateReplicationGroup", call.input("elasticache", "CreateReplicationGroup"))
    guard let group = answer["ReplicationGroup"], let name = group["ReplicationGroupId"]?.string else {
      throw ProviderFailure.invalid("elasticache:CreateReplicationGroup answered without a group.")
    }
    return CreatedObject(name, attributes: document(call, group))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let group = try await describe(call) else { return nil }
    var document = document(call, group)
    document["Tags"] = try await call.namedTags("elasticache", arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let group = AWSValue.string(call.identifier)
    let input = modification(call)
    if !input.isEmpty {
      try await call.send(
        "elasticache", "ModifyReplicationGroup", input.merging(["ReplicationGroupId": group, "ApplyImmediately": true]) { $1 })
    }
    if call.changed.contains("NumCacheClusters"), let wanted = call.properties["NumCacheClusters"]?.integerValue, wanted > 0 {
      let nodes = try await describe(call)?["MemberClusters"]?.list?.count ?? wanted
      let change: [String: AWSValue?] = ["ReplicationGroupId": group, "NewReplicaCount": .integer(wanted - 1), "ApplyImmediately": true]
      if nodes < wanted { try await call.send("elasticache", "IncreaseReplicaCount", change) }
      if nodes > wanted { try await call.send("elasticache", "DecreaseReplicaCount", change) }
    }
    if call.changed.contains("NumNodeGroups"), let wanted = AWSValue(call.properties["NumNodeGroups"]) {
      try await call.send(
        "elasticache", "ModifyReplicationGroupShardConfiguration",
        ["ReplicationGroupId": group, "NodeGroupCount": wanted, "ApplyImmediately": true])
    }
    try await call.updateNamedTags("elasticache", arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("elasticache", "DeleteReplicationGroup", ["ReplicationGroupId": .string(call.identifier)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("ReplicationGroupId") { return [name.lowercased()] }
    return try await call.pages("elasticache", "DescribeReplicationGroups").compactMap { $0["ReplicationGroupId"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    switch try await describe(call)?["Status"]?.string {
    case "available": operation == .delete ? .pending(after: 5_000) : .ready
    case "create-failed": .failed("The replication group could not be made.")
    case nil: .pending(after: 2_000)
    default: .pending(after: 10_000)
    }
  }

  // MARK: Parts

  private func arn(_ call: ResourceCall) -> String { call.arn("elasticache", "replicationgroup:\(call.identifier)") }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.describeNamed("elasticache", "DescribeReplicationGroups", "ReplicationGroupId", in: "ReplicationGroups")
  }

  /// The input of ModifyReplicationGroup for what differs; empty when nothing does.
  private func modification(_ call: ResourceCall) -> [String: AWSValue?] {
    let wanted = Self.defaults.merging(call.properties)
    let properties = PropertyObject(wanted.fields.filter { call.changed.contains($0.key) }.map { ($0.key, $0.value) })
    var input = call.input("elasticache", "ModifyReplicationGroup", from: properties, omitting: ["LogDeliveryConfigurations"])
    if call.changed.contains("AuthToken"), call.properties["AuthToken"] != nil { input["AuthTokenUpdateStrategy"] = "ROTATE" }
    if call.changed.contains("NotificationTopicArn"), call.properties["NotificationTopicArn"] == nil {
      input["NotificationTopicStatus"] = "inactive"
    }
    if call.changed.contains("UserGroupIds") {
      let change = call.memberChange("UserGroupIds")
      input["UserGroupIdsToAdd"] = .someStrings(change.added)
      input["UserGroupIdsToRemove"] = .someStrings(change.removed)
    }
    if call.changed.contains("LogDeliveryConfigurations") {
      let deliveries = call.properties["LogDeliveryConfigurations"]?.arrayValue ?? []
      let kinds = Set(deliveries.compactMap { $0["LogType"]?.stringValue })
      let dropped = (call.previous["LogDeliveryConfigurations"]?.arrayValue ?? []).compactMap { $0["LogType"]?.stringValue }
        .filter { !kinds.contains($0) }
      let kept =
        call.input(
          "elasticache", "ModifyReplicationGroup", from: ["LogDeliveryConfigurations": .array(deliveries)])["LogDeliveryConfigurations"]
        ?? nil
      input["LogDeliveryConfigurations"] = .list(
        (kept?.list ?? []) + dropped.map { ["LogType": .string($0), "Enabled": false] })
    }
    return input.filter { $0.value != nil }
  }

  /// What a property is when nobody declares it (API reference, CreateReplicationGroup).
  private static let defaults: PropertyObject = [
    "AutoMinorVersionUpgrade": .bool(true), "AutomaticFailoverEnabled": .bool(false), "MultiAZEnabled": .bool(false),
    "SnapshotRetentionLimit": .integer(0), "TransitEncryptionEnabled": .bool(false),
  ]

  private func document(_ call: ResourceCall, _ group: AWSValue) -> PropertyObject {
    var members = group.structure ?? [:]
    let shards = group["NodeGroups"]?.list ?? []
    members["PrimaryEndPoint"] = shards.first?["PrimaryEndpoint"]
    members["ReaderEndPoint"] = shards.first?["ReaderEndpoint"]
    members["ReadEndPoint"] = nil
    var document = call.document(
      .structure(members),
      renaming: ["ReplicationGroupDescription": "Description"], omitting: ["NumCacheClusters", "Port"])
    // States of transition count as what they lead to.
    for (property, member) in [("AutomaticFailoverEnabled", "AutomaticFailover"), ("MultiAZEnabled", "MultiAZ")] {
      if let state = group[member]?.string { document[property] = .bool(state.hasPrefix("enabl")) }
    }
    if let state = group["DataTiering"]?.string { document["DataTieringEnabled"] = .bool(state == "enabled") }
    if let port = (shards.first?["PrimaryEndpoint"] ?? group["ConfigurationEndpoint"])?["Port"]?.integer {
      document["Port"] = .integer(port)
    }
    if group["ClusterEnabled"]?.bool != true, let nodes = group["MemberClusters"]?.list {
      document["NumCacheClusters"] = .integer(nodes.count)
    }
    let reads = shards.flatMap { $0["NodeGroupMembers"]?.list ?? [] }.compactMap { $0["ReadEndpoint"] }
    let addresses = reads.compactMap { $0["Address"]?.string }
    let ports = reads.compactMap { $0["Port"]?.scalarText }
    if !addresses.isEmpty {
      document["ReadEndPoint"] = .object([
        "Addresses": .string("[\(addresses.joined(separator: ", "))]"), "AddressesList": .array(addresses.map { .string($0) }),
        "Ports": .string("[\(ports.joined(separator: ", "))]"), "PortsList": .array(ports.map { .string($0) }),
      ])
    }
    return document
  }
}
