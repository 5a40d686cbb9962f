import AWSClient
import StrataModel

/// ECS clusters: ecs:CreateCluster and its companions.
///
/// Capacity providers and their default strategy are changed by a call of their own.
struct ClusterHandler: ResourceHandler {
  static let type = "AWS::ECS::Cluster"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  private static let renaming = ["ClusterSettings": "settings"]
  private static let parts = ["TAGS", "SETTINGS", "CONFIGURATIONS", "ATTACHMENTS"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("ecs", "CreateCluster", renaming: Self.renaming, omitting: ["Tags"])
    input["tags"] = call.ecsTags
    guard let cluster = try await call.send("ecs", "CreateCluster", input)["cluster"], let name = cluster["clusterName"]?.string else {
      throw ProviderFailure.invalid("ecs:CreateCluster answered without a cluster.")
    }
    return CreatedObject(name, attributes: document(call, cluster))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await call.ecsCluster(call.identifier, including: Self.parts).map { document(call, $0) }
  }

  func update(_ call: ResourceCall) async throws {
    let parts = call.changed.intersection(["ClusterSettings", "Configuration", "ServiceConnectDefaults"])
    if !parts.isEmpty {
      let properties = PropertyObject(call.properties.fields.filter { parts.contains($0.key) }.map { ($0.key, $0.value) })
      var input = call.input("ecs", "UpdateCluster", from: properties, renaming: Self.renaming)
      input["cluster"] = .string(call.identifier)
      if parts.contains("ClusterSettings"), call.properties["ClusterSettings"] == nil {
        input["settings"] = [["name": "containerInsights", "value": "disabled"]]
      }
      if parts.contains("Configuration"), call.properties["Configuration"] == nil {
        input["configuration"] = ["executeCommandConfiguration": ["logging": "DEFAULT"]]
      }
      // An empty namespace takes the default away.
      if parts.contains("ServiceConnectDefaults"), call.properties["ServiceConnectDefaults"] == nil {
        input["serviceConnectDefaults"] = ["namespace": ""]
      }
      try await call.send("ecs", "UpdateCluster", input)
    }
    if call.changed.contains("CapacityProviders") || call.changed.contains("DefaultCapacityProviderStrategy") {
      try await ClusterCapacityProviderAssociationsHandler.put(call, cluster: call.identifier)
    }
    try await call.updateECSTags(call.arn("ecs", "cluster/\(call.identifier)"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ecs", "DeleteCluster", ["cluster": .string(call.identifier)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("ClusterName") { return [name] }
    return try await call.pages("ecs", "ListClusters").compactMap { $0.string?.lastPart }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let cluster = try await call.ecsCluster(call.identifier, including: ["ATTACHMENTS"]) else { return .pending(after: 1_000) }
    if cluster["status"]?.string == "FAILED" { return .failed("The cluster's capacity providers could not be made.") }
    if cluster["status"]?.string == "PROVISIONING" || cluster["attachmentsStatus"]?.string == "UPDATE_IN_PROGRESS" {
      return .pending(after: 2_000)
    }
    return cluster["attachmentsStatus"]?.string == "UPDATE_FAILED"
      ? .failed("The cluster's capacity providers could not be changed.") : .ready
  }

  private func document(_ call: ResourceCall, _ cluster: AWSValue) -> PropertyObject {
    call.document(cluster, renaming: Self.renaming.merging(["Arn": "clusterArn"]) { first, _ in first })
  }
}
