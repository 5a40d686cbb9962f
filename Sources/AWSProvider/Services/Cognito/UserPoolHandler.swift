import AWSClient
import StrataModel

/// User pools: cognito-idp:CreateUserPool and its companions.
///
/// UpdateUserPool resets what it does not get, so every update sends the whole document. The factors of MFA and passkeys have a call of their
/// own, and it goes first: a pool only takes `MfaConfiguration` once a factor is there.
struct UserPoolHandler: ResourceHandler {
  static let type = "AWS::Cognito::UserPool"

  private static let factorProperties = [
    "EnabledMfas", "MfaConfiguration", "EmailAuthenticationMessage", "EmailAuthenticationSubject", "WebAuthnRelyingPartyID",
    "WebAuthnUserVerification", "WebAuthnFactorConfiguration", "SmsConfiguration", "SmsAuthenticationMessage",
  ]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let hasFactors = hasFactors(call.properties)
    let input = call.input(
      UserPools.service, "CreateUserPool", renaming: ["UserPoolName": "PoolName"], omitting: hasFactors ? ["MfaConfiguration"] : [])
    let pool = try await call.send(UserPools.service, "CreateUserPool", input)["UserPool"]
    guard let identifier = pool?["Id"]?.string else { throw ProviderFailure.invalid("cognito-idp:CreateUserPool answered without a pool") }
    if hasFactors {
      try await call.complete(identifier) {
        try await setFactors(call, .string(identifier))
      }
    }
    return CreatedObject(identifier, attributes: attributes(call, identifier, pool))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let identifier = AWSValue.string(call.identifier)
    let answer = try await call.find(UserPools.service, "DescribeUserPool", ["UserPoolId": identifier], absent: UserPools.absent)
    guard let pool = answer?["UserPool"] else { return nil }
    var document = call.document(pool, renaming: ["UserPoolName": "Name"], omitting: ["Schema"])
    document["Schema"] = schema(call, pool)
    let factors = try await call.send(UserPools.service, "GetUserPoolMfaConfig", ["UserPoolId": identifier])
    document["EnabledMfas"] = enabledFactors(factors)
    document["MfaConfiguration"] = factors["MfaConfiguration"]?.propertyValue ?? document["MfaConfiguration"]
    document["EmailAuthenticationMessage"] = factors["EmailMfaConfiguration"]?["Message"]?.propertyValue
    document["EmailAuthenticationSubject"] = factors["EmailMfaConfiguration"]?["Subject"]?.propertyValue
    document["WebAuthnRelyingPartyID"] = factors["WebAuthnConfiguration"]?["RelyingPartyId"]?.propertyValue
    document["WebAuthnUserVerification"] = factors["WebAuthnConfiguration"]?["UserVerification"]?.propertyValue
    document["WebAuthnFactorConfiguration"] = factors["WebAuthnConfiguration"]?["FactorConfiguration"]?.propertyValue
    return document.merging(attributes(call, call.identifier, pool))
  }

  func update(_ call: ResourceCall) async throws {
    let identifier = AWSValue.string(call.identifier)
    if call.changed.contains("Schema") { try await addAttributes(call) }
    let isFactorChange = !call.changed.isDisjoint(with: Self.factorProperties)
    if isFactorChange, hasFactors(call.properties) || hasFactors(call.previous) { try await setFactors(call, identifier) }
    try await call.send(UserPools.service, "UpdateUserPool", document(call))
    try await removeTags(call)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    if call.liftsProtection, call.text("DeletionProtection") == "ACTIVE" {
      var input = document(call)
      input["DeletionProtection"] = "INACTIVE"
      try await call.send(UserPools.service, "UpdateUserPool", input)
    }
    try await call.send(UserPools.service, "DeleteUserPool", ["UserPoolId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let pools = try await call.pages(UserPools.service, "ListUserPools", ["MaxResults": 60])
    let name = filter.text("UserPoolName")
    return pools.filter { name == nil || $0["Name"]?.string == name }.compactMap { $0["Id"]?.string }
  }

  // MARK: Parts

  private func document(_ call: ResourceCall) -> [String: AWSValue?] {
    var input = call.input(UserPools.service, "UpdateUserPool", renaming: ["UserPoolName": "PoolName"])
    input["UserPoolId"] = .string(call.identifier)
    return input
  }

  private func attributes(_ call: ResourceCall, _ identifier: String, _ pool: AWSValue?) -> PropertyObject {
    let domain = call.placement.partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"
    let provider = "cognito-idp.\(call.placement.region).\(domain)/\(identifier)"
    return [
      "UserPoolId": .string(identifier), "ProviderName": .string(provider), "ProviderURL": .string("https://\(provider)"),
      "Arn": .string(pool?["Arn"]?.string ?? call.arn("cognito-idp", "userpool/\(identifier)")),
    ]
  }

  /// Whether tags that UpdateUserPool does not get go away is not documented; those that stay are removed.
  private func removeTags(_ call: ResourceCall) async throws {
    let removed = TagChange(from: call.previous["UserPoolTags"], to: call.properties["UserPoolTags"]).removed
    guard !removed.isEmpty else { return }
    let pool = try await call.send(UserPools.service, "DescribeUserPool", ["UserPoolId": .string(call.identifier)])["UserPool"]
    let left = removed.filter { pool?["UserPoolTags"]?[$0] != nil }
    guard !left.isEmpty else { return }
    let arn = call.arn("cognito-idp", "userpool/\(call.identifier)")
    try await call.send(UserPools.service, "UntagResource", ["ResourceArn": .string(arn), "TagKeys": .strings(left)])
  }
}
