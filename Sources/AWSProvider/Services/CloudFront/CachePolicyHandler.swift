import AWSClient
import StrataModel

/// What CloudFront caches, and by what key: cloudfront:CreateCachePolicy and its companions.
struct CachePolicyHandler: ResourceHandler {
  static let type = "AWS::CloudFront::CachePolicy"

  private static let configuration = CloudFrontConfiguration(
    noun: "CachePolicy", listOperation: "ListCachePolicies", listInput: ["Type": "custom"])

  func create(_ call: ResourceCall) async throws -> CreatedObject { try await Self.configuration.create(call) }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await Self.configuration.read(call) }

  func update(_ call: ResourceCall) async throws { try await Self.configuration.update(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await Self.configuration.delete(call) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await Self.configuration.list(call) }
}
