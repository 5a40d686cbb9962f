import AWSClient
import StrataModel

/// Resource servers of user pools: cognito-idp:CreateResourceServer and its companions.
struct UserPoolResourceServerHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPoolResourceServer"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("UserPoolId"))|\(try call.required("Identifier"))"
    try await call.send(UserPools.service, "CreateResourceServer", call.input(UserPools.service, "CreateResourceServer"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let input: [String: AWSValue?] = ["UserPoolId": call.identifierPart(0), "Identifier": call.identifierPart(1)]
    let answer = try await call.find(UserPools.service, "DescribeResourceServer", input, absent: UserPools.absent)
    return answer?["ResourceServer"].map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input(UserPools.service, "UpdateResourceServer")
    if call.properties["Scopes"] == nil { input["Scopes"] = [] }
    try await call.send(UserPools.service, "UpdateResourceServer", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    // Where it cannot go by itself it goes with its pool.
    guard call.has(UserPools.service, "DeleteResourceServer") else { return .gone }
    try await call.send(
      UserPools.service, "DeleteResourceServer", ["UserPoolId": call.identifierPart(0), "Identifier": call.identifierPart(1)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let pool = filter.text("UserPoolId"), let server = filter.text("Identifier") { return ["\(pool)|\(server)"] }
    return try await UserPools.list(call, filter, "ListResourceServers", pageSize: ["MaxResults": 50]) { $0["Identifier"]?.string }
  }
}
