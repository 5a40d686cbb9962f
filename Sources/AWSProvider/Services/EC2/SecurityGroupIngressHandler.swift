import StrataModel

/// Rules for traffic into a security group: ec2:AuthorizeSecurityGroupIngress and its companions.
struct SecurityGroupIngressHandler: ResourceHandler {
  static let type = "AWS::EC2::SecurityGroupIngress"
  private let rule = SecurityGroupRuleObject(isEgress: false)

  func create(_ call: ResourceCall) async throws -> CreatedObject { try await rule.create(call) }
  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await rule.read(call) }
  func update(_ call: ResourceCall) async throws { try await rule.update(call) }
  func delete(_ call: ResourceCall) async throws -> Deletion { try await rule.delete(call) }
  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await rule.list(call, matching: filter) }
}
