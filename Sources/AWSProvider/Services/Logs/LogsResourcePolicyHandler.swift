import AWSClient
import StrataModel

/// Policies that let services write to log groups: logs:PutResourcePolicy and its companions.
struct LogsResourcePolicyHandler: ResourceHandler {
  static let type = "AWS::Logs::ResourcePolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("PolicyName")
    try await call.send("logs", "PutResourcePolicy", call.input("logs", "PutResourcePolicy"))
    return CreatedObject(name, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await policies(call).first { $0["policyName"]?.string == call.identifier }.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input("logs", "PutResourcePolicy")
    input["policyName"] = .string(call.identifier)
    try await call.send("logs", "PutResourcePolicy", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("logs", "DeleteResourcePolicy", ["policyName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("PolicyName") { return [name] }
    return try await policies(call).compactMap { $0["policyName"]?.string }
  }

  private func policies(_ call: ResourceCall) async throws -> [AWSValue] {
    try await call.pages("logs", "DescribeResourcePolicies", of: "resourcePolicies")
  }
}
