import AWSClient
import StrataModel

/// Scalable targets: application-autoscaling:RegisterScalableTarget and its companions.
///
/// The identifier is `<resource>|<dimension>|<namespace>`, as in CloudFormation. Scheduled actions are calls of their own.
struct ScalableTargetHandler: ResourceHandler {
  static let type = "AWS::ApplicationAutoScaling::ScalableTarget"
  private static let service = "application-autoscaling"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let target = ScalableTarget(
      resource: try call.required("ResourceId"), dimension: try call.required("ScalableDimension"),
      namespace: try call.required("ServiceNamespace"))
    try await call.send(Self.service, "RegisterScalableTarget", call.input(Self.service, "RegisterScalableTarget"))
    try await call.complete(target.text) {
      for action in call.properties["ScheduledActions"]?.arrayValue ?? [] { try await schedule(call, target, action) }
    }
    return CreatedObject(target.text, attributes: ["Id": .string(target.text)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let target = ScalableTarget(call.identifier) else { return nil }
    var input = target.input
    input["ResourceIds"] = .strings([target.resource])
    input["ResourceId"] = nil
    guard let found = try await call.send(Self.service, "DescribeScalableTargets", input)["ScalableTargets"]?.list?.first else {
      return nil
    }
    var document = call.document(found)
    document["Id"] = .string(call.identifier)
    let actions = try await call.pages(Self.service, "DescribeScheduledActions", target.input)
    document["ScheduledActions"] = call.document(["ScheduledActions": .list(actions)])["ScheduledActions"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    guard let target = ScalableTarget(call.identifier) else { return }
    if call.changed != ["ScheduledActions"] {
      var input = call.input(Self.service, "RegisterScalableTarget")
      if call.changed.contains("SuspendedState"), call.properties["SuspendedState"] == nil {
        input["SuspendedState"] = [
          "DynamicScalingInSuspended": false, "DynamicScalingOutSuspended": false, "ScheduledScalingSuspended": false,
        ]
      }
      try await call.send(Self.service, "RegisterScalableTarget", input)
    }
    if call.changed.contains("ScheduledActions") {
      let before = call.previous["ScheduledActions"]?.arrayValue ?? []
      let wanted = call.properties["ScheduledActions"]?.arrayValue ?? []
      let names = Set(wanted.compactMap { $0["ScheduledActionName"]?.stringValue })
      for action in wanted where !before.contains(action) { try await schedule(call, target, action) }
      for name in before.compactMap({ $0["ScheduledActionName"]?.stringValue }) where !names.contains(name) {
        try await call.send(
          Self.service, "DeleteScheduledAction", target.input.merging(["ScheduledActionName": .string(name)]) { _, new in new })
      }
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let target = ScalableTarget(call.identifier) else { return .gone }
    try await call.send(Self.service, "DeregisterScalableTarget", target.input)
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let resource = filter.text("ResourceId"), let dimension = filter.text("ScalableDimension"),
      let namespace = filter.text("ServiceNamespace")
    {
      return [ScalableTarget(resource: resource, dimension: dimension, namespace: namespace).text]
    }
    var targets: [String] = []
    for namespace in filter.text("ServiceNamespace").map({ [$0] }) ?? ScalableTarget.namespaces {
      let found = try await call.pages(Self.service, "DescribeScalableTargets", ["ServiceNamespace": .string(namespace)])
      targets += found.compactMap { target in
        guard let resource = target["ResourceId"]?.string, let dimension = target["ScalableDimension"]?.string else { return nil }
        return ScalableTarget(resource: resource, dimension: dimension, namespace: namespace).text
      }
    }
    return targets
  }

  private func schedule(_ call: ResourceCall, _ target: ScalableTarget, _ action: PropertyValue) async throws {
    let input = call.input(Self.service, "PutScheduledAction", from: action.objectValue ?? [:])
    try await call.send(Self.service, "PutScheduledAction", input.merging(target.input) { _, new in new })
  }
}
