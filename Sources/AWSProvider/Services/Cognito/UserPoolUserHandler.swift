import AWSClient
import StrataModel

/// Users of user pools: cognito-idp:AdminCreateUser and its companions.
struct UserPoolUserHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPoolUser"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("UserPoolId"))|\(try call.required("Username"))"
    try await call.send(UserPools.service, "AdminCreateUser", call.input(UserPools.service, "AdminCreateUser"))
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let input: [String: AWSValue?] = ["UserPoolId": call.identifierPart(0), "Username": call.identifierPart(1)]
    let answer = try await call.find(
      UserPools.service, "AdminGetUser", input, absent: UserPools.absent.union(["UserNotFoundException"]))
    guard let answer else { return nil }
    // Cognito gives each user the attribute `sub`, and in pools that sign in by e-mail or phone it is the name that is shown.
    let attributes = answer["UserAttributes"]?.list?.filter { $0["Name"]?.string != "sub" } ?? []
    var document = call.document(["UserAttributes": .list(attributes)])
    document["UserPoolId"] = call.identifierPart(0).propertyValue
    document["Username"] = call.identifierPart(1).propertyValue
    return document
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      UserPools.service, "AdminDeleteUser", ["UserPoolId": call.identifierPart(0), "Username": call.identifierPart(1)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let pool = filter.text("UserPoolId"), let name = filter.text("Username") { return ["\(pool)|\(name)"] }
    return try await UserPools.list(call, filter, "ListUsers", pageSize: ["Limit": 60]) { $0["Username"]?.string }
  }
}
