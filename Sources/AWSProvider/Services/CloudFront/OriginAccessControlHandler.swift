import StrataModel

/// Access of CloudFront to origins: cloudfront:CreateOriginAccessControl and its companions.
struct OriginAccessControlHandler: ResourceHandler {
  static let type = "AWS::CloudFront::OriginAccessControl"

  private static let configuration = CloudFrontConfiguration(noun: "OriginAccessControl", listOperation: "ListOriginAccessControls")

  func create(_ call: ResourceCall) async throws -> CreatedObject { try await Self.configuration.create(call) }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await Self.configuration.read(call) }

  func update(_ call: ResourceCall) async throws { try await Self.configuration.update(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await Self.configuration.delete(call) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await Self.configuration.list(call) }
}
