import AWSClient
import StrataModel

/// What CloudFront sends on to origins: cloudfront:CreateOriginRequestPolicy and its companions.
struct OriginRequestPolicyHandler: ResourceHandler {
  static let type = "AWS::CloudFront::OriginRequestPolicy"

  private static let configuration = CloudFrontConfiguration(
    noun: "OriginRequestPolicy", listOperation: "ListOriginRequestPolicies", listInput: ["Type": "custom"])

  func create(_ call: ResourceCall) async throws -> CreatedObject { try await Self.configuration.create(call) }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await Self.configuration.read(call) }

  func update(_ call: ResourceCall) async throws { try await Self.configuration.update(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await Self.configuration.delete(call) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await Self.configuration.list(call) }
}
