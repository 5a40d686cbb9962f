import AWSClient
import StrataModel

extension UserPoolHandler {
  /// Whether properties say something that only SetUserPoolMfaConfig takes.
  func hasFactors(_ properties: PropertyObject) -> Bool {
    if let mode = properties["MfaConfiguration"]?.stringValue, mode != "OFF" { return true }
    return [
      "EnabledMfas", "EmailAuthenticationMessage", "EmailAuthenticationSubject", "WebAuthnRelyingPartyID", "WebAuthnUserVerification",
      "WebAuthnFactorConfiguration",
    ].contains { properties[$0] != nil }
  }

  /// Sets the factors of MFA and passkeys; a factor that is left out is switched off.
  func setFactors(_ call: ResourceCall, _ identifier: AWSValue) async throws {
    let properties = call.properties
    let enabled = properties["EnabledMfas"]?.arrayValue?.compactMap(\.stringValue)
    // Without a list, MFA works by text messages, as it does when CreateUserPool switches it on.
    let hasMessages = enabled?.contains("SMS_MFA") ?? (properties["SmsConfiguration"] != nil)
    var input: [String: AWSValue?] = [
      "UserPoolId": identifier, "MfaConfiguration": AWSValue(properties["MfaConfiguration"]) ?? "OFF",
      "SoftwareTokenMfaConfiguration": ["Enabled": .bool(enabled?.contains("SOFTWARE_TOKEN_MFA") ?? false)],
    ]
    if hasMessages {
      input["SmsMfaConfiguration"] = structure([
        "SmsAuthenticationMessage": AWSValue(properties["SmsAuthenticationMessage"]),
        "SmsConfiguration": AWSValue(properties["SmsConfiguration"]),
      ])
    }
    let email = structure([
      "Message": AWSValue(properties["EmailAuthenticationMessage"]), "Subject": AWSValue(properties["EmailAuthenticationSubject"]),
    ])
    if enabled?.contains("EMAIL_OTP") == true || email != [:] { input["EmailMfaConfiguration"] = email }
    let passkeys = structure([
      "RelyingPartyId": AWSValue(properties["WebAuthnRelyingPartyID"]),
      "UserVerification": AWSValue(properties["WebAuthnUserVerification"]),
      "FactorConfiguration": AWSValue(properties["WebAuthnFactorConfiguration"]),
    ])
    if passkeys != [:] { input["WebAuthnConfiguration"] = passkeys }
    try await call.send(UserPools.service, "SetUserPoolMfaConfig", input)
  }

  /// The factors that GetUserPoolMfaConfig shows.
  func enabledFactors(_ factors: AWSValue) -> PropertyValue {
    var enabled: [PropertyValue] = []
    if factors["SmsMfaConfiguration"] != nil { enabled.append("SMS_MFA") }
    if factors["SoftwareTokenMfaConfiguration"]?["Enabled"]?.bool == true { enabled.append("SOFTWARE_TOKEN_MFA") }
    if factors["EmailMfaConfiguration"] != nil { enabled.append("EMAIL_OTP") }
    return .array(enabled)
  }

  private func structure(_ members: [String: AWSValue?]) -> AWSValue { .structure(members.compactMapValues { $0 }) }
}
