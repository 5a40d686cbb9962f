import AWSClient
import StrataModel

/// Logs of web ACLs: wafv2:PutLoggingConfiguration and its companions.
struct WAFLoggingConfigurationHandler: ResourceHandler {
  static let type = "AWS::WAFv2::LoggingConfiguration"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let webACL = try call.required("ResourceArn")
    try await put(call)
    return CreatedObject(webACL, attributes: ["ManagedByFirewallManager": false])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      WAFEntity.service, "GetLoggingConfiguration", ["ResourceArn": .string(call.identifier)], absent: WAFEntity.absent)
    return answer?["LoggingConfiguration"].map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws { try await put(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(WAFEntity.service, "DeleteLoggingConfiguration", ["ResourceArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let webACL = filter.text("ResourceArn") { return [webACL] }
    var found: [String] = []
    for scope in WAFEntity.scopes(call, filter) {
      found += try await WAFEntity.elements(call, "ListLoggingConfigurations", in: "LoggingConfigurations", scope: scope)
        .compactMap { $0["ResourceArn"]?.string }
    }
    return found
  }

  private func put(_ call: ResourceCall) async throws {
    let input = call.input(
      WAFEntity.service, "PutLoggingConfiguration", from: ["LoggingConfiguration": .object(call.properties)])
    try await call.send(WAFEntity.service, "PutLoggingConfiguration", input)
  }
}
