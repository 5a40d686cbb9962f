import AWSClient
import StrataModel

/// The capacity providers of a cluster with their default strategy: ecs:PutClusterCapacityProviders.
struct ClusterCapacityProviderAssociationsHandler: ResourceHandler {
  static let type = "AWS::ECS::ClusterCapacityProviderAssociations"
  static let waits: Set<Intent.Operation> = [.create, .update]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let cluster = try call.required("Cluster")
    try await Self.put(call, cluster: cluster)
    return CreatedObject(cluster, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let cluster = try await call.ecsCluster(call.identifier, including: []) else { return nil }
    let providers = cluster["capacityProviders"]?.list ?? []
    let strategy = cluster["defaultCapacityProviderStrategy"]?.list ?? []
    if providers.isEmpty, strategy.isEmpty { return nil }
    return call.document(cluster, omitting: ["Cluster"]).merging(["Cluster": .string(call.identifier)])
  }

  func update(_ call: ResourceCall) async throws { try await Self.put(call, cluster: call.identifier) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      "ecs", "PutClusterCapacityProviders",
      ["cluster": .string(call.identifier), "capacityProviders": [], "defaultCapacityProviderStrategy": []])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let cluster = filter.text("Cluster") { return [cluster] }
    return try await ClusterHandler().list(call, matching: .all)
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    try await ClusterHandler().readiness(call, after: operation)
  }

  /// Sets providers and strategy; both lists are required, and empty ones clear.
  static func put(_ call: ResourceCall, cluster: String) async throws {
    var input: [String: AWSValue?] = ["capacityProviders": [], "defaultCapacityProviderStrategy": []]
    input.merge(call.input("ecs", "PutClusterCapacityProviders")) { _, new in new }
    input["cluster"] = .string(cluster)
    try await call.send("ecs", "PutClusterCapacityProviders", input)
  }
}
