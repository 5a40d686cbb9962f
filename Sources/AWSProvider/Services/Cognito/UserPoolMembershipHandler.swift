import AWSClient
import StrataModel

/// Memberships of users in groups: cognito-idp:AdminAddUserToGroup and its companions.
struct UserPoolMembershipHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPoolUserToGroupAttachment"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let parts = [try call.required("UserPoolId"), try call.required("GroupName"), try call.required("Username")]
    try await call.send(UserPools.service, "AdminAddUserToGroup", call.input(UserPools.service, "AdminAddUserToGroup"))
    return CreatedObject(parts.joined(separator: "|"), attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let input: [String: AWSValue?] = ["UserPoolId": call.identifierPart(0), "Username": call.identifierPart(2)]
    let absent = UserPools.absent.union(["UserNotFoundException"])
    let groups = try await call.unless({ absent.contains($0.code) }) { () async throws(AWSError) in
      try await call.pages(UserPools.service, "AdminListGroupsForUser", input)
    }
    guard let groups, groups.contains(where: { $0["GroupName"] == call.identifierPart(1) }) else { return nil }
    return [
      "UserPoolId": call.identifierPart(0).propertyValue, "GroupName": call.identifierPart(1).propertyValue,
      "Username": call.identifierPart(2).propertyValue,
    ]
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let input: [String: AWSValue?] = [
      "UserPoolId": call.identifierPart(0), "GroupName": call.identifierPart(1), "Username": call.identifierPart(2),
    ]
    try await call.send(UserPools.service, "AdminRemoveUserFromGroup", input)
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let pool = filter.text("UserPoolId")
    if let pool, let group = filter.text("GroupName"), let user = filter.text("Username") { return ["\(pool)|\(group)|\(user)"] }
    var found: [String] = []
    for group in try await UserPools.list(call, filter, "ListGroups", pageSize: ["Limit": 60], identifier: { $0["GroupName"]?.string }) {
      let parts = group.split(separator: "|", maxSplits: 1).map { String($0) }
      guard parts.count == 2, filter.text("GroupName").map({ $0 == parts[1] }) ?? true else { continue }
      let users = try await call.pages(
        UserPools.service, "ListUsersInGroup", ["UserPoolId": .string(parts[0]), "GroupName": .string(parts[1]), "Limit": 60])
      found += users.compactMap { $0["Username"]?.string }.map { "\(group)|\($0)" }
    }
    return found
  }
}
