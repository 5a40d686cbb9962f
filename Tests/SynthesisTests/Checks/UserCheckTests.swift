import StrataModel
import StrataSynthesis
import Testing

@Suite("Checks of user pools")
struct UserCheckTests {
  @Test("Threat protection, its risk configuration and its logs need the plan PLUS")
  func plan() {
    let found = messages("user-pool-plan") { program in
      program.add("auth/lite", "Cognito::UserPool", ["UserPoolAddOns": ["AdvancedSecurityMode": "ENFORCED"]])
      program.add(
        "auth/plus", "Cognito::UserPool", ["UserPoolAddOns": ["AdvancedSecurityMode": "ENFORCED"], "UserPoolTier": "PLUS"])
      for pool in ["lite", "plus"] {
        program.add(
          ResourceAddress("auth/\(pool)-risk"), "Cognito::UserPoolRiskConfigurationAttachment",
          ["UserPoolId": ref(ResourceAddress("auth/\(pool)"), "UserPoolId"), "ClientId": "ALL"])
      }
    }
    #expect(
      found == [
        "10 error: AdvancedSecurityMode ENFORCED needs UserPoolTier PLUS, not ESSENTIALS, the default",
        "30 error: a risk configuration needs UserPoolTier PLUS, and 'auth/lite' has ESSENTIALS, the default",
      ])
  }

  @Test("MFA names its factors, and SMS its configuration")
  func factors() {
    func codes(_ properties: PropertyObject) -> [String] {
      var program = Program()
      program.add("auth/pool", "Cognito::UserPool", properties)
      return program.codes
    }
    #expect(codes(["MfaConfiguration": "ON", "EnabledMfas": ["SOFTWARE_TOKEN_MFA"]]) == [])
    #expect(codes(["MfaConfiguration": "ON"]) == ["mfa-without-factor"])
    #expect(codes(["MfaConfiguration": "ON", "EnabledMfas": ["SMS_MFA"]]) == ["sms-without-configuration"])
  }

  private func client(_ properties: PropertyObject, domain: Bool = true) -> [String] {
    var program = Program()
    program.add("auth/pool", "Cognito::UserPool", ["UserPoolName": "users"])
    program.add(
      "auth/api", "Cognito::UserPoolResourceServer",
      [
        "UserPoolId": ref("auth/pool", "UserPoolId"), "Identifier": "api", "Name": "API",
        "Scopes": [["ScopeName": "read", "ScopeDescription": "Read"]],
      ])
    if domain { program.add("auth/domain", "Cognito::UserPoolDomain", ["UserPoolId": ref("auth/pool", "UserPoolId"), "Domain": "users"]) }
    program.add("auth/client", "Cognito::UserPoolClient", properties.merging(["UserPoolId": ref("auth/pool", "UserPoolId")]))
    return program.synthesized().diagnostics.map { "\($0.severity): \($0.message)" }
  }

  @Test("client_credentials stands alone, with a secret and scopes of a resource server")
  func clientCredentials() {
    let good: PropertyObject = [
      "GenerateSecret": true, "AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["api/read"],
      "AllowedOAuthFlowsUserPoolClient": true,
    ]
    #expect(client(good) == [])
    #expect(
      client(good.merging(["AllowedOAuthFlows": ["client_credentials", "code"]])) == [
        "error: client_credentials must be the only OAuth flow of a client, not one of 2"
      ])
    #expect(client(good.merging(["GenerateSecret": false])) == ["error: client_credentials needs GenerateSecret"])
    #expect(
      client(good.merging(["AllowedOAuthScopes": ["openid"]])) == ["error: client_credentials takes custom scopes only, not 'openid'"])
    #expect(
      client(good.merging(["AllowedOAuthScopes": ["api/write"]])) == [
        "error: AllowedOAuthScopes names 'api/write', which no resource server of the pool defines"
      ])
    #expect(
      client(good, domain: false) == [
        "warning: AllowedOAuthFlows needs the pool's OAuth endpoints, and the pool has no domain"
      ])
  }

  @Test("The code flow needs an address to return to")
  func callbacks() {
    let flow: PropertyObject = ["AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"]]
    #expect(client(flow) == ["error: the OAuth flow code needs CallbackURLs"])
    #expect(client(flow.merging(["CallbackURLs": ["https://example.com"]])) == [])
  }

  @Test("Tokens live as long as Cognito lets them, in the units that are given")
  func lifetimes() {
    let units: PropertyValue = ["AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "minutes"]
    func found(_ access: Int, _ refresh: Int) -> [String] {
      client(["AccessTokenValidity": .integer(access), "RefreshTokenValidity": .integer(refresh), "TokenValidityUnits": units])
    }
    #expect(found(15, 60) == [])
    #expect(found(15, 15) == ["error: RefreshTokenValidity must be 60 minutes to 10 years, not 15 minutes"])
    #expect(found(2, 60) == ["error: AccessTokenValidity must be 5 minutes to 1 day, not 2 minutes"])
    #expect(found(120, 60) == ["error: AccessTokenValidity is longer than RefreshTokenValidity"])
    #expect(client(["AccessTokenValidity": 48]) == ["error: AccessTokenValidity must be 5 minutes to 1 day, not 2 days"])
  }
}
