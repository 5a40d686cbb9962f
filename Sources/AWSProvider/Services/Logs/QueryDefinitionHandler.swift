import AWSClient
import StrataModel

/// Saved queries of Logs Insights: logs:PutQueryDefinition and its companions.
struct QueryDefinitionHandler: ResourceHandler {
  static let type = "AWS::Logs::QueryDefinition"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("logs", "PutQueryDefinition")
    input["clientToken"] = call.token.map { .string($0) }
    guard let identifier = try await call.send("logs", "PutQueryDefinition", input)["queryDefinitionId"]?.string else {
      throw ProviderFailure.invalid("logs:PutQueryDefinition answered without an id")
    }
    return CreatedObject(identifier, attributes: ["QueryDefinitionId": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await definitions(call).first { $0["queryDefinitionId"]?.string == call.identifier }.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input("logs", "PutQueryDefinition")
    input["queryDefinitionId"] = .string(call.identifier)
    try await call.send("logs", "PutQueryDefinition", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteQueryDefinition", ["queryDefinitionId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await definitions(call, prefix: filter.text("Name")).compactMap { $0["queryDefinitionId"]?.string }
  }

  private func definitions(_ call: ResourceCall, prefix: String? = nil) async throws -> [AWSValue] {
    try await call.pages(
      "logs", "DescribeQueryDefinitions", ["queryDefinitionNamePrefix": prefix.map { .string($0) }], of: "queryDefinitions")
  }
}
