import AWSClient
import StrataModel

/// Sets of addresses: wafv2:CreateIPSet and its companions.
struct IPSetHandler: ResourceHandler {
  static let type = "AWS::WAFv2::IPSet"

  private static let entity = WAFEntity(noun: "IPSet", listMember: "IPSets")

  func create(_ call: ResourceCall) async throws -> CreatedObject { try await Self.entity.create(call, call.properties) }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await Self.entity.read(call) }

  func update(_ call: ResourceCall) async throws { try await Self.entity.update(call, call.properties) }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await Self.entity.delete(call) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await Self.entity.list(call, filter) }
}
