import AWSClient
import StrataModel

/// Clients of user pools: cognito-idp:CreateUserPoolClient and its companions.
///
/// UpdateUserPoolClient resets what it does not get, so every update sends the whole document.
struct UserPoolClientHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPoolClient"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let pool = try call.required("UserPoolId")
    let input = call.input(UserPools.service, "CreateUserPoolClient")
    let client = try await call.send(UserPools.service, "CreateUserPoolClient", input)["UserPoolClient"]
    guard let client, let identifier = client["ClientId"]?.string else {
      throw ProviderFailure.invalid("cognito-idp:CreateUserPoolClient answered without a client")
    }
    return CreatedObject("\(pool)|\(identifier)", attributes: document(call, client))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let input: [String: AWSValue?] = ["UserPoolId": call.identifierPart(0), "ClientId": call.identifierPart(1)]
    let answer = try await call.find(UserPools.service, "DescribeUserPoolClient", input, absent: UserPools.absent)
    return answer?["UserPoolClient"].map { document(call, $0) }
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input(UserPools.service, "UpdateUserPoolClient")
    input["ClientId"] = call.identifierPart(1)
    try await call.send(UserPools.service, "UpdateUserPoolClient", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      UserPools.service, "DeleteUserPoolClient", ["UserPoolId": call.identifierPart(0), "ClientId": call.identifierPart(1)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("ClientName")
    return try await UserPools.list(call, filter, "ListUserPoolClients", pageSize: ["MaxResults": 60]) { client in
      name == nil || client["ClientName"]?.string == name ? client["ClientId"]?.string : nil
    }
  }

  private func document(_ call: ResourceCall, _ client: AWSValue) -> PropertyObject {
    var document = call.document(client, renaming: ["Name": "ClientName"])
    document["GenerateSecret"] = .bool(client["ClientSecret"] != nil)
    return document
  }
}
