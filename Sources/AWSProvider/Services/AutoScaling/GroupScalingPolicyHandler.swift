import AWSClient
import StrataModel

/// Scaling policies of Auto Scaling groups: autoscaling:PutScalingPolicy and its companions.
///
/// The name is not declared: it is made of the create's token.
struct GroupScalingPolicyHandler: ResourceHandler {
  static let type = "AWS::AutoScaling::ScalingPolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let group = try call.required("AutoScalingGroupName")
    let name = call.generatedName
    var input = call.input("autoscaling", "PutScalingPolicy")
    input["PolicyName"] = .string(name)
    let answer = try await call.send("autoscaling", "PutScalingPolicy", input)
    var arn = answer["PolicyARN"]?.string
    if arn == nil {
      let found = try await call.pages(
        "autoscaling", "DescribePolicies", ["AutoScalingGroupName": .string(group), "PolicyNames": [.string(name)]])
      arn = found.first?["PolicyARN"]?.string
    }
    guard let arn else { throw ProviderFailure.invalid("autoscaling:PutScalingPolicy answered without a policy.") }
    return CreatedObject(arn, attributes: ["Arn": .string(arn), "PolicyName": .string(name)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let (group, name) = place(call.identifier) else { return nil }
    let found = try await call.pages(
      "autoscaling", "DescribePolicies", ["AutoScalingGroupName": .string(group), "PolicyNames": [.string(name)]])
    return found.first { $0["PolicyARN"]?.string == call.identifier }.map { call.document($0, renaming: ["Arn": "PolicyARN"]) }
  }

  func update(_ call: ResourceCall) async throws {
    guard let (group, name) = place(call.identifier) else { return }
    var input = call.input("autoscaling", "PutScalingPolicy")
    input["AutoScalingGroupName"] = .string(group)
    input["PolicyName"] = .string(name)
    try await call.send("autoscaling", "PutScalingPolicy", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let (group, name) = place(call.identifier) else { return .gone }
    try await call.send("autoscaling", "DeletePolicy", ["AutoScalingGroupName": .string(group), "PolicyName": .string(name)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let group = filter.text("AutoScalingGroupName").map { AWSValue.string($0) }
    return try await call.pages("autoscaling", "DescribePolicies", ["AutoScalingGroupName": group]).compactMap { $0["PolicyARN"]?.string }
  }

  /// The group and the name; the ARN ends in `:autoScalingGroupName/<group>:policyName/<name>`.
  private func place(_ arn: String) -> (group: String, name: String)? {
    guard let tail = arn.after(":autoScalingGroupName/"), let end = tail.firstRange(of: ":policyName/") else { return nil }
    return (String(tail[..<end.lowerBound]), String(tail[end.upperBound...]))
  }
}
