import AWSClient
import StrataModel

/// Groups of user pools: cognito-idp:CreateGroup and its companions.
struct UserPoolGroupHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPoolGroup"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("UserPoolId"))|\(try call.required("GroupName"))"
    try await call.send(UserPools.service, "CreateGroup", call.input(UserPools.service, "CreateGroup"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let input: [String: AWSValue?] = ["UserPoolId": call.identifierPart(0), "GroupName": call.identifierPart(1)]
    let answer = try await call.find(UserPools.service, "GetGroup", input, absent: UserPools.absent)
    guard var document = answer?["Group"].map({ call.document($0) }) else { return nil }
    // A group without a description may have an empty one.
    if document["Description"] == "" { document["Description"] = nil }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input(UserPools.service, "UpdateGroup")
    if call.properties["Description"] == nil { input["Description"] = "" }
    try await call.send(UserPools.service, "UpdateGroup", input)
    // Neither property has an empty value, and what UpdateGroup does without them is not documented.
    let removed = ["Precedence", "RoleArn"].filter { call.changed.contains($0) && call.properties[$0] == nil }
    guard !removed.isEmpty, let found = try await read(call) else { return }
    if let kept = removed.first(where: { found[$0] != nil }) {
      throw ProviderFailure.invalid("Cognito does not remove \(kept) of the group '\(call.identifierText(1))'; replace the group.")
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      UserPools.service, "DeleteGroup", ["UserPoolId": call.identifierPart(0), "GroupName": call.identifierPart(1)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let pool = filter.text("UserPoolId"), let name = filter.text("GroupName") { return ["\(pool)|\(name)"] }
    return try await UserPools.list(call, filter, "ListGroups", pageSize: ["Limit": 60]) { $0["GroupName"]?.string }
  }
}
