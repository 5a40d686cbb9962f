import AWSClient
import StrataModel

/// ECS services: ecs:CreateService and its companions.
///
/// The identifier is `<service ARN>|<cluster>`, as in CloudFormation. A service is ready when one deployment is left and all its tasks run.
struct ServiceHandler: ResourceHandler {
  static let type = "AWS::ECS::Service"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]
  private static let renaming = ["PlacementStrategies": "placementStrategy"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("ecs", "CreateService", renaming: Self.renaming, omitting: ["Tags"])
    input["tags"] = call.ecsTags
    input["clientToken"] = call.token.map { .string($0) }
    guard let service = try await call.send("ecs", "CreateService", input)["service"], let arn = service["serviceArn"]?.string else {
      throw ProviderFailure.invalid("ecs:CreateService answered without a service.")
    }
    let cluster = call.text("Cluster") ?? "default"
    return CreatedObject("\(arn)|\(cluster)", attributes: document(call, service, cluster: cluster))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await describe(call).map { document(call, $0, cluster: call.identifierParts.last ?? "default") }
  }

  func update(_ call: ResourceCall) async throws {
    let (arn, cluster) = target(call)
    let parts = call.changed.subtracting(["Tags", "ForceNewDeployment"])
    let isForced =
      call.changed.contains("ForceNewDeployment")
      && call.properties["ForceNewDeployment"]?["EnableForceNewDeployment"]?.boolValue == true
    if !parts.isEmpty || isForced {
      let properties = PropertyObject(call.properties.fields.filter { parts.contains($0.key) }.map { ($0.key, $0.value) })
      var input = call.input("ecs", "UpdateService", from: properties, renaming: Self.renaming)
      for (property, value) in Self.cleared where parts.contains(property) && call.properties[property] == nil {
        input[Self.renaming[property] ?? property.lowerFirst] = value
      }
      input["service"] = .string(arn)
      input["cluster"] = .string(cluster)
      if isForced { input["forceNewDeployment"] = true }
      try await call.send("ecs", "UpdateService", input)
    }
    try await call.updateECSTags(arn)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let (arn, cluster) = target(call)
    // With force there is no need to scale to zero before.
    try await call.send("ecs", "DeleteService", ["service": .string(arn), "cluster": .string(cluster), "force": true])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var clusters = [filter.text("Cluster")].compactMap { $0 }
    if clusters.isEmpty { clusters = try await ClusterHandler().list(call, matching: .all) }
    var services: [String] = []
    for cluster in clusters {
      let found = try await call.pages("ecs", "ListServices", ["cluster": .string(cluster)]).compactMap { $0.string }
      let name = filter.text("ServiceName")
      services += found.filter { name == nil || $0.lastPart == name }.map { "\($0)|\(cluster)" }
    }
    return services
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let service = try await describe(call) else { return .pending(after: 1_000) }
    // CodeDeploy and external controllers deploy by task sets, on their own time.
    guard operation != .delete, let deployments = service["deployments"]?.list, !deployments.isEmpty else {
      return operation == .delete ? .pending(after: 5_000) : .ready
    }
    if let failed = deployments.first(where: { $0["status"]?.string == "PRIMARY" && $0["rolloutState"]?.string == "FAILED" }) {
      return .failed(failed["rolloutStateReason"]?.string ?? "The deployment failed.")
    }
    return deployments.count == 1 && service["runningCount"]?.integer == service["desiredCount"]?.integer ? .ready : .pending(after: 5_000)
  }

  /// What clears a property that is no longer declared (API reference, UpdateService).
  private static let cleared: [String: AWSValue] = [
    "LoadBalancers": [], "ServiceRegistries": [], "PlacementConstraints": [], "PlacementStrategies": [], "VolumeConfigurations": [],
    "CapacityProviderStrategy": [], "VpcLatticeConfigurations": [], "EnableExecuteCommand": false, "EnableECSManagedTags": false,
    "HealthCheckGracePeriodSeconds": 0, "PropagateTags": "NONE", "ServiceConnectConfiguration": ["enabled": false],
  ]

  private func target(_ call: ResourceCall) -> (arn: String, cluster: String) {
    let parts = call.identifierParts
    return (parts[0], parts.count > 1 ? parts[1] : "default")
  }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    let (arn, cluster) = target(call)
    let answer = try await call.find(
      "ecs", "DescribeServices", ["cluster": .string(cluster), "services": .strings([arn]), "include": ["TAGS"]],
      absent: ["ClusterNotFoundException", "ServiceNotFoundException"])
    return answer?["services"]?.list?.first { $0["status"]?.string != "INACTIVE" }
  }

  private func document(_ call: ResourceCall, _ service: AWSValue, cluster: String) -> PropertyObject {
    var document = call.document(
      service, renaming: Self.renaming.merging(["Name": "serviceName", "Role": "roleArn"]) { first, _ in first }, omitting: ["Cluster"])
    document["Cluster"] = .string(cluster)
    return document
  }
}

extension String {
  /// The text with its first letter in lower case, as most JSON services name their members.
  var lowerFirst: String { prefix(1).lowercased() + dropFirst() }
}
