import AWSClient
import StrataModel

/// Inline policies of roles, declared apart from them: iam:PutRolePolicy and its companions.
struct RolePolicyHandler: ResourceHandler {
  static let type = "AWS::IAM::RolePolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("PolicyName"))|\(try call.required("RoleName"))"
    try await call.send("iam", "PutRolePolicy", call.input("iam", "PutRolePolicy"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let policy = try await call.find("iam", "GetRolePolicy", names(call), absent: ["NoSuchEntity"])
    return policy.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send("iam", "PutRolePolicy", call.input("iam", "PutRolePolicy").merging(names(call)) { _, name in name })
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("iam", "DeleteRolePolicy", names(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var roles: [String] = []
    if let role = filter.text("RoleName") {
      if let policy = filter.text("PolicyName") { return ["\(policy)|\(role)"] }
      roles = [role]
    } else {
      roles = try await call.pages("iam", "ListRoles").compactMap { $0["RoleName"]?.string }
    }
    var found: [String] = []
    for role in roles {
      let policies = try await call.pages("iam", "ListRolePolicies", ["RoleName": .string(role)])
      found += policies.compactMap(\.string).map { "\($0)|\(role)" }
    }
    return found
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] {
    let parts = call.identifierParts
    return ["PolicyName": parts.first.map { .string($0) }, "RoleName": parts.last.map { .string($0) }]
  }
}
