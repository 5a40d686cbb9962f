import AWSClient
import StrataModel

/// Rules of security groups that are resources of their own; ingress and egress differ only in the names of the operations.
///
/// The identifier is EC2's, for example `sgr-0123456789abcdef0`, as in CloudFormation.
struct SecurityGroupRuleObject: Sendable {
  var isEgress: Bool
  private var direction: String { isEgress ? "Egress" : "Ingress" }

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = try permission(call)
    if input["GroupId"] == nil { input["GroupName"] = .string(try call.required("GroupName")) }
    let answer = try await call.send("ec2", "AuthorizeSecurityGroup" + direction, input)
    guard let identifier = answer["SecurityGroupRules"]?.list?.first?["SecurityGroupRuleId"]?.string else {
      throw ProviderFailure.invalid("ec2:AuthorizeSecurityGroup\(direction) answered without a rule.")
    }
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let found = try await call.describe(
      "DescribeSecurityGroupRules", "SecurityGroupRuleIds", call.identifier, in: "SecurityGroupRules")
    guard let found, let rule = SecurityGroupRule(described: found, account: call.placement.account) else { return nil }
    var document = rule.property(isEgress: isEgress).objectValue ?? [:]
    document["Id"] = .string(call.identifier)
    document["GroupId"] = found["GroupId"]?.string.map { .string($0) }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    guard call.changed.contains("Description") else { return }
    try await call.send("ec2", "UpdateSecurityGroupRuleDescriptions" + direction, try permission(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let found = try await call.describe(
      "DescribeSecurityGroupRules", "SecurityGroupRuleIds", call.identifier, in: "SecurityGroupRules")
    guard let group = found?["GroupId"] else { return .gone }
    try await call.send(
      "ec2", "RevokeSecurityGroup" + direction, ["GroupId": group, "SecurityGroupRuleIds": .strings([call.identifier])])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let filters = filter.ec2Filters(["GroupId": "group-id"])
    return try await call.pages("ec2", "DescribeSecurityGroupRules", ["Filters": filters])
      .filter { ($0["IsEgress"]?.bool ?? false) == isEgress }.compactMap { $0["SecurityGroupRuleId"]?.string }
  }

  private func permission(_ call: ResourceCall) throws -> [String: AWSValue?] {
    guard let rule = SecurityGroupRule(.object(call.properties), account: call.placement.account) else {
      throw ProviderFailure.invalid("A rule of a security group needs a block, a prefix list or a group at its other end.")
    }
    return ["GroupId": AWSValue(call.properties["GroupId"]), "IpPermissions": [rule.permission]].compactMapValues { $0 }
  }
}
