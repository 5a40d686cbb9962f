import AWSClient
import StrataModel

/// Where a registry copies images to: one configuration for an account and region, which without rules counts as none.
struct ImageReplicationHandler: ResourceHandler {
  static let type = "AWS::ECR::ReplicationConfiguration"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    try await update(call)
    let registry = call.placement.account
    return CreatedObject(registry, attributes: ["RegistryId": .string(registry)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.send("ecr", "DescribeRegistry")
    if answer["replicationConfiguration"]?["rules"]?.list?.isEmpty ?? true { return nil }
    return call.document(answer)
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send("ecr", "PutReplicationConfiguration", call.input("ecr", "PutReplicationConfiguration"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ecr", "PutReplicationConfiguration", ["replicationConfiguration": ["rules": []]])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { [call.placement.account] }
}
