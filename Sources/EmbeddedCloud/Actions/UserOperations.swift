import StrataDeployment
import StrataModel

/// People in user pools, and their passwords.
///
/// Source: Amazon Cognito user pools API reference, AdminCreateUser, AdminGetUser, AdminSetUserPassword, AdminAddUserToGroup.
enum UserOperations {
  static let operations: Set<String> = [
    "cognito-idp:AdminCreateUser",
    "cognito-idp:AdminGetUser",
    "cognito-idp:AdminDeleteUser",
    "cognito-idp:AdminSetUserPassword",
    "cognito-idp:AdminAddUserToGroup",
    "cognito-idp:AdminRemoveUserFromGroup",
    "cognito-idp:AdminListGroupsForUser",
  ]

  static func answer(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    switch input.request.name {
    case "cognito-idp:AdminCreateUser": return try create(input, &store)
    case "cognito-idp:AdminGetUser":
      try input.allow("UserPoolId", "Username")
      let user = try user(input, store)
      return [
        "Enabled": true, "UserAttributes": user["Attributes"] ?? [], "UserStatus": user["Status"] ?? "FORCE_CHANGE_PASSWORD",
        "Username": .string(try input.text("Username")),
      ]
    case "cognito-idp:AdminDeleteUser":
      try input.allow("UserPoolId", "Username")
      _ = try user(input, store)
      store.set(try key(input), nil)
      return [:]
    case "cognito-idp:AdminSetUserPassword": return try setPassword(input, &store)
    case "cognito-idp:AdminAddUserToGroup": return try join(true, input, &store)
    case "cognito-idp:AdminRemoveUserFromGroup": return try join(false, input, &store)
    case "cognito-idp:AdminListGroupsForUser":
      try input.allow("UserPoolId", "Username", "Limit", "NextToken")
      let groups = try user(input, store)["Groups"]?.arrayValue ?? []
      return ["Groups": .array(groups.map { ["GroupName": $0] })]
    default: throw ServiceTable.unknown(input.request)
    }
  }

  private static let kind = "cognito-idp:user"

  private static func key(_ input: ServiceInput) throws(ProviderError) -> CloudStore.ObjectKey {
    input.key(kind, "\(try input.text("UserPoolId"))|\(try input.text("Username"))")
  }

  /// The pool must stand; those who are in it go with it.
  private static func pool(_ input: ServiceInput, _ store: CloudStore) throws(ProviderError) -> String {
    let id = try input.text("UserPoolId")
    let scope = CloudScope(input.placement, isGlobal: false)
    guard let pool = store.object("AWS::Cognito::UserPool", scope, named: id), pool.phase != .deleting else {
      throw input.missing("ResourceNotFoundException", "User pool \(id) does not exist.")
    }
    return id
  }

  /// A person that a call has made, or that stands as a resource.
  private static func user(_ input: ServiceInput, _ store: CloudStore) throws(ProviderError) -> PropertyObject {
    let pool = try pool(input, store)
    let name = try input.text("Username")
    if let user = store.settings[try key(input)] { return user }
    let declared = store.objects(of: "AWS::Cognito::UserPoolUser", in: CloudScope(input.placement, isGlobal: false)).first { object in
      object.inputs.text("UserPoolId") == pool && object.inputs.text("Username") == name && object.phase != .deleting
    }
    guard let declared else { throw input.missing("UserNotFoundException", "User does not exist.") }
    return ["Attributes": declared.inputs["UserAttributes"] ?? [], "Status": "FORCE_CHANGE_PASSWORD"]
  }

  private static func create(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow(
      "UserPoolId", "Username", "UserAttributes", "TemporaryPassword", "DesiredDeliveryMediums", "MessageAction", "ForceAliasCreation",
      "ValidationData", "ClientMetadata")
    _ = try pool(input, store)
    let isThere: Bool
    do throws(ProviderError) {
      _ = try user(input, store)
      isThere = true
    } catch {
      isThere = false
    }
    if isThere { throw ProviderError(.alreadyExists, "User account already exists", serviceCode: "UsernameExistsException") }
    if input.request.input["MessageAction"] != nil { _ = try input.choice("MessageAction", "RESEND", "SUPPRESS") }
    if let password = try input.optionalText("TemporaryPassword") { try check(password, input) }
    let attributes = input.request.input["UserAttributes"] ?? []
    store.set(try key(input), ["Attributes": attributes, "Status": "FORCE_CHANGE_PASSWORD"])
    return [
      "User": [
        "Attributes": attributes, "Enabled": true, "UserStatus": "FORCE_CHANGE_PASSWORD", "Username": .string(try input.text("Username")),
      ]
    ]
  }

  private static func setPassword(_ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("UserPoolId", "Username", "Password", "Permanent")
    var user = try user(input, store)
    try check(try input.text("Password"), input)
    // The password itself is kept nowhere.
    user["Status"] = try input.flag("Permanent") == true ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD"
    store.set(try key(input), user)
    return [:]
  }

  private static func check(_ password: String, _ input: ServiceInput) throws(ProviderError) {
    guard (6...256).contains(password.count) else {
      throw ProviderError(.invalidRequest, "Password did not conform with policy", serviceCode: "InvalidPasswordException")
    }
  }

  private static func join(_ isMember: Bool, _ input: ServiceInput, _ store: inout CloudStore) throws(ProviderError) -> PropertyValue {
    try input.allow("UserPoolId", "Username", "GroupName")
    var user = try user(input, store)
    let pool = try pool(input, store)
    let group = try input.text("GroupName")
    let exists = store.objects(of: "AWS::Cognito::UserPoolGroup", in: CloudScope(input.placement, isGlobal: false)).contains { object in
      object.inputs.text("UserPoolId") == pool && object.inputs.text("GroupName") == group
    }
    guard exists else { throw input.missing("ResourceNotFoundException", "Group not found.") }
    var groups = (user["Groups"]?.arrayValue ?? []).filter { $0.stringValue != group }
    if isMember { groups.append(.string(group)) }
    user["Groups"] = .array(groups)
    store.set(try key(input), user)
    return [:]
  }
}
