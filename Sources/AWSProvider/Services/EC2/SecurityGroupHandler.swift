import AWSClient
import StrataModel

/// Security groups: ec2:CreateSecurityGroup and its companions.
///
/// Rules are calls of their own. EC2 gives each new group an egress rule that allows everything; it goes as soon as egress is declared, an
/// empty list too. Rules that stand elsewhere, as resources of their own, are left alone.
struct SecurityGroupHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::SecurityGroup"
  static let object = EC2Object(
    tagType: "security-group", describe: "DescribeSecurityGroups", results: "SecurityGroups", identifiers: "GroupIds",
    identifier: "GroupId", filters: ["GroupName": "group-name", "VpcId": "vpc-id"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateSecurityGroup", tagging: "security-group", renaming: ["GroupDescription": "Description"])
    input["GroupName"] = .string(try call.required("GroupName"))
    guard let group = try await call.send("ec2", "CreateSecurityGroup", input)["GroupId"]?.string else {
      throw ProviderFailure.invalid("ec2:CreateSecurityGroup answered without a group.")
    }
    var attributes: PropertyObject = ["Id": .string(group), "GroupId": .string(group)]
    try await call.complete(group) {
      let ingress = try rules(call.properties["SecurityGroupIngress"], call)
      if !ingress.isEmpty { attributes["SecurityGroupIngress"] = .array(ingress.map { $0.property(isEgress: false) }) }
      try await send(call, group, "AuthorizeSecurityGroupIngress", ingress)
      if let declared = call.properties["SecurityGroupEgress"] {
        let egress = try rules(declared, call)
        attributes["SecurityGroupEgress"] = .array(egress.map { $0.property(isEgress: true) })
        if !egress.contains(.allowsAll) { try await send(call, group, "RevokeSecurityGroupEgress", [.allowsAll]) }
        try await send(call, group, "AuthorizeSecurityGroupEgress", egress.filter { $0 != .allowsAll })
      }
    }
    return CreatedObject(group, attributes: attributes)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let group = try await describe(call) else { return nil }
    var document = call.document(group, renaming: ["Id": "GroupId", "GroupDescription": "Description"])
    let account = call.placement.account
    document["SecurityGroupIngress"] = .array(
      SecurityGroupRule.rules(in: group["IpPermissions"], account: account).map { $0.property(isEgress: false) })
    document["SecurityGroupEgress"] = .array(
      SecurityGroupRule.rules(in: group["IpPermissionsEgress"], account: account).map { $0.property(isEgress: true) })
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("SecurityGroupIngress") || call.changed.contains("SecurityGroupEgress"), let group = try await describe(call) {
      let account = call.placement.account
      try await update(
        call, "Ingress", from: rules(call.previous["SecurityGroupIngress"], call), to: rules(call.properties["SecurityGroupIngress"], call),
        actual: SecurityGroupRule.rules(in: group["IpPermissions"], account: account))
      // Without a declaration egress is what EC2 gives: everything.
      try await update(
        call, "Egress", from: call.previous["SecurityGroupEgress"].map { try rules($0, call) } ?? [.allowsAll],
        to: call.properties["SecurityGroupEgress"].map { try rules($0, call) } ?? [.allowsAll],
        actual: SecurityGroupRule.rules(in: group["IpPermissionsEgress"], account: account))
    }
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteSecurityGroup", ["GroupId": .string(call.identifier)])
    return .gone
  }

  /// Brings the rules of one direction to the desired ones: what was ours and is no longer wanted goes, what is wanted and not there comes.
  private func update(
    _ call: ResourceCall, _ direction: String, from before: [SecurityGroupRule], to wanted: [SecurityGroupRule], actual: [SecurityGroupRule]
  ) async throws {
    guard call.changed.contains("SecurityGroup" + direction) else { return }
    let standing = Set(actual.map(\.bare))
    let kept = Set(wanted.map(\.bare))
    let described = Dictionary(actual.map { ($0.bare, $0.description) }) { first, _ in first }
    try await send(call, call.identifier, "AuthorizeSecurityGroup" + direction, wanted.filter { !standing.contains($0.bare) })
    let renamed = wanted.filter { standing.contains($0.bare) && described[$0.bare] != .some($0.description) }
    try await send(call, call.identifier, "UpdateSecurityGroupRuleDescriptions" + direction, renamed)
    let obsolete = before.map(\.bare).filter { !kept.contains($0) && standing.contains($0) }
    try await send(call, call.identifier, "RevokeSecurityGroup" + direction, obsolete)
  }

  private func send(_ call: ResourceCall, _ group: String, _ operation: String, _ rules: [SecurityGroupRule]) async throws {
    guard !rules.isEmpty else { return }
    try await call.send("ec2", operation, ["GroupId": .string(group), "IpPermissions": .list(rules.map(\.permission))])
  }

  private func rules(_ declared: PropertyValue?, _ call: ResourceCall) throws -> [SecurityGroupRule] {
    try (declared?.arrayValue ?? []).map { rule in
      guard let rule = SecurityGroupRule(rule, account: call.placement.account) else {
        throw ProviderFailure.invalid("A rule of a security group needs a block, a prefix list or a group at its other end.")
      }
      return rule
    }
  }
}
