import AWSClient
import StrataModel

/// Scaling policies of scalable targets: application-autoscaling:PutScalingPolicy and its companions.
///
/// The identifier is `<policy ARN>|<dimension>`, as in CloudFormation. The service makes and removes the alarms of target tracking itself.
struct ApplicationScalingPolicyHandler: ResourceHandler {
  static let type = "AWS::ApplicationAutoScaling::ScalingPolicy"
  private static let service = "application-autoscaling"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let target = try target(call)
    let answer = try await call.send(Self.service, "PutScalingPolicy", input(call, target))
    guard let arn = answer["PolicyARN"]?.string else {
      throw ProviderFailure.invalid("application-autoscaling:PutScalingPolicy answered without a policy.")
    }
    return CreatedObject("\(arn)|\(target.dimension)", attributes: ["Arn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let (arn, target) = place(call.identifier), let name = arn.after(":policyName/") else { return nil }
    // The name is what tells the policies of a target apart.
    let input = target.input.merging(["PolicyNames": .strings([name])]) { _, new in new }
    let policies = try await call.pages(Self.service, "DescribeScalingPolicies", input)
    return policies.first { $0["PolicyName"]?.string == name }.map { call.document($0, renaming: ["Arn": "PolicyARN"]) }
  }

  func update(_ call: ResourceCall) async throws {
    guard let (_, target) = place(call.identifier) else { return }
    try await call.send(Self.service, "PutScalingPolicy", input(call, target))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let (arn, target) = place(call.identifier), let name = arn.after(":policyName/") else { return .gone }
    try await call.send(Self.service, "DeleteScalingPolicy", target.input.merging(["PolicyName": .string(name)]) { _, new in new })
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var policies: [String] = []
    for namespace in filter.text("ServiceNamespace").map({ [$0] }) ?? ScalableTarget.namespaces {
      let input: [String: AWSValue?] = [
        "ServiceNamespace": .string(namespace), "ResourceId": filter.text("ResourceId").map { .string($0) },
        "PolicyNames": filter.text("PolicyName").map { .strings([$0]) },
      ]
      policies += try await call.pages(Self.service, "DescribeScalingPolicies", input).compactMap { policy in
        guard let arn = policy["PolicyARN"]?.string, let dimension = policy["ScalableDimension"]?.string else { return nil }
        return "\(arn)|\(dimension)"
      }
    }
    return policies
  }

  private func input(_ call: ResourceCall, _ target: ScalableTarget) -> [String: AWSValue?] {
    call.input(Self.service, "PutScalingPolicy").merging(target.input) { _, new in new }
  }

  /// The target of the declaration: in one property, or in three.
  private func target(_ call: ResourceCall) throws -> ScalableTarget {
    if let text = call.text("ScalingTargetId"), let target = ScalableTarget(text) { return target }
    return ScalableTarget(
      resource: try call.required("ResourceId"), dimension: try call.required("ScalableDimension"),
      namespace: try call.required("ServiceNamespace"))
  }

  /// The policy and its target; the ARN ends in `:resource/<namespace>/<resource>:policyName/<name>`.
  private func place(_ identifier: String) -> (arn: String, target: ScalableTarget)? {
    let parts = identifier.split(separator: "|").map { String($0) }
    guard parts.count == 2, let tail = parts[0].after(":resource/"), let end = tail.firstRange(of: ":policyName/"),
      let slash = tail.firstIndex(of: "/"), slash < end.lowerBound
    else { return nil }
    let resource = tail[tail.index(after: slash)..<end.lowerBound]
    return (parts[0], ScalableTarget(resource: String(resource), dimension: parts[1], namespace: String(tail[..<slash])))
  }
}
