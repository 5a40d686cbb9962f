import AWSClient
import StrataModel

/// Reactions of user pools to risks: cognito-idp:SetRiskConfiguration, which makes, changes and, without a configuration, removes them.
///
/// The client `ALL` of the schema is no client in the API. Needs the feature plan Plus.
struct UserPoolRiskConfigurationHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPoolRiskConfigurationAttachment"

  private static let configurations = [
    "AccountTakeoverRiskConfiguration", "CompromisedCredentialsRiskConfiguration", "RiskExceptionConfiguration",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("UserPoolId"))|\(try call.required("ClientId"))"
    try await set(call)
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(UserPools.service, "DescribeRiskConfiguration", target(call), absent: UserPools.absent)
    guard let configuration = answer?["RiskConfiguration"] else { return nil }
    var document = call.document(configuration)
    // A pool without a configuration answers all the same.
    guard Self.configurations.contains(where: { document[$0] != nil }) else { return nil }
    document["UserPoolId"] = call.identifierPart(0).propertyValue
    document["ClientId"] = call.identifierPart(1).propertyValue
    return document
  }

  func update(_ call: ResourceCall) async throws { try await set(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(UserPools.service, "SetRiskConfiguration", target(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let pool = filter.text("UserPoolId"), let client = filter.text("ClientId") { return ["\(pool)|\(client)"] }
    let pools = try await UserPools.identifiers(call, filter)
    let clients = try await UserPools.list(call, filter, "ListUserPoolClients", pageSize: ["MaxResults": 60]) { $0["ClientId"]?.string }
    return pools.map { "\($0)|ALL" } + clients
  }

  private func set(_ call: ResourceCall) async throws {
    let omitted: Set<String> = call.text("ClientId") == "ALL" ? ["ClientId"] : []
    try await call.send(
      UserPools.service, "SetRiskConfiguration", call.input(UserPools.service, "SetRiskConfiguration", omitting: omitted))
  }

  private func target(_ call: ResourceCall) -> [String: AWSValue?] {
    ["UserPoolId": call.identifierPart(0), "ClientId": call.identifierPart(1) == "ALL" ? nil : call.identifierPart(1)]
  }
}
