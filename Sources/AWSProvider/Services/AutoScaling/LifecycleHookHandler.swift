import AWSClient
import StrataModel

/// Lifecycle hooks of Auto Scaling groups: autoscaling:PutLifecycleHook and its companions.
///
/// The identifier is `<group>|<hook>`, as in CloudFormation.
struct LifecycleHookHandler: ResourceHandler {
  static let type = "AWS::AutoScaling::LifecycleHook"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("AutoScalingGroupName"))|\(try call.required("LifecycleHookName"))"
    try await call.send("autoscaling", "PutLifecycleHook", call.input("autoscaling", "PutLifecycleHook"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let parts = call.identifierParts
    guard parts.count == 2 else { return nil }
    do {
      let answer = try await call.send(
        "autoscaling", "DescribeLifecycleHooks", ["AutoScalingGroupName": .string(parts[0]), "LifecycleHookNames": .strings([parts[1]])])
      return answer["LifecycleHooks"]?.list?.first.map { call.document($0) }
    } catch {
      guard error.code == "ValidationError" && error.message.contains("not found") else { throw error }
      return nil
    }
  }

  func update(_ call: ResourceCall) async throws {
    // The call changes only what it names, so that what is no longer declared gets its default.
    var input: [String: AWSValue?] = ["DefaultResult": "ABANDON", "HeartbeatTimeout": 3_600]
    input.merge(call.input("autoscaling", "PutLifecycleHook")) { _, new in new }
    try await call.send("autoscaling", "PutLifecycleHook", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let parts = call.identifierParts
    guard parts.count == 2 else { return .gone }
    try await call.send(
      "autoscaling", "DeleteLifecycleHook", ["AutoScalingGroupName": .string(parts[0]), "LifecycleHookName": .string(parts[1])])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var groups = [filter.text("AutoScalingGroupName")].compactMap { $0 }
    if groups.isEmpty { groups = try await AutoScalingGroupHandler().list(call, matching: .all) }
    var hooks: [String] = []
    for group in groups {
      let found = try await call.send("autoscaling", "DescribeLifecycleHooks", ["AutoScalingGroupName": .string(group)])
      hooks += (found["LifecycleHooks"]?.list ?? []).compactMap { $0["LifecycleHookName"]?.string.map { "\(group)|\($0)" } }
    }
    return hooks
  }
}
