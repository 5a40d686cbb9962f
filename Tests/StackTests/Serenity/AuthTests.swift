import Strata
import StrataModel
import StrataTesting
import Testing

@Suite("Serenity: identity")
struct AuthTests {
  @Test("Users are made by administrators, with two factors, a strong password and risk detection")
  func pool() throws {
    let pool = try SerenityGraphs.pilot.resource("auth/users")
    #expect(pool["UserPoolName"] == "serenity-pilot-users")
    #expect(pool["MfaConfiguration"] == "ON")
    #expect(pool["EnabledMfas"] == ["SMS_MFA", "SOFTWARE_TOKEN_MFA"])
    #expect(pool["AdminCreateUserConfig.AllowAdminCreateUserOnly"] == true)
    #expect(pool["UserPoolAddOns.AdvancedSecurityMode"] == "ENFORCED")
    #expect(pool["UserPoolTier"] == "PLUS")
    let password = try #require(pool["Policies.PasswordPolicy"])
    #expect(password["MinimumLength"] == 12)
    #expect(["RequireLowercase", "RequireUppercase", "RequireNumbers", "RequireSymbols"].allSatisfy { password[$0] == true })
    #expect(pool["DeletionProtection"] == "ACTIVE")
  }

  @Test("Access and identity tokens of both clients live for 15 minutes, refresh tokens for an hour")
  func tokenValidity() throws {
    let clients = try SerenityGraphs.pilot.all(Cognito.UserPoolClient.self)
    #expect(clients.count == 2)
    for client in clients {
      #expect(client["AccessTokenValidity"] == 15)
      #expect(client["IdTokenValidity"] == 15)
      #expect(client["RefreshTokenValidity"] == 60)
      #expect(client["TokenValidityUnits"] == ["AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "minutes"])
      #expect(client["EnableTokenRevocation"] == true)
    }
  }

  @Test("The web client has no secret and only the code flow; its refresh tokens are good for one use")
  func webClient() throws {
    let client = try SerenityGraphs.pilot.resource("auth/web")
    #expect(client["GenerateSecret"] == false)
    #expect(client["AllowedOAuthFlows"] == ["code"])
    #expect(client["AllowedOAuthScopes"] == ["email", "openid", "profile"])
    #expect(client["RefreshTokenRotation.Feature"] == "ENABLED")
    // Cognito refuses the flow together with the rotation.
    #expect(client["ExplicitAuthFlows"] == ["ALLOW_USER_SRP_AUTH"])
  }

  @Test("The API's client has a secret, client credentials as its only OAuth flow, and scopes of its own")
  func apiClient() throws {
    let client = try SerenityGraphs.pilot.resource("auth/api")
    #expect(client["GenerateSecret"] == true)
    #expect(client["AllowedOAuthFlows"] == ["client_credentials"])
    #expect(client["AllowedOAuthScopes"] == ["serenity-api/read", "serenity-api/write"])
    #expect(client["ExplicitAuthFlows"] == ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])
    #expect(client.dependencies.map(\.address).contains("auth/scopes"))
  }

  @Test("The client's secret goes to Secrets Manager and into no output and no other property")
  func clientSecret() throws {
    let graph = try SerenityGraphs.pilot
    let secret = try graph.resource("auth/client-secret")
    let source = SecretSource(attribute: Reference("auth/api", "ClientSecret"))
    #expect(secret["SecretString"] == .secret(source))
    #expect(graph.outputs.allSatisfy { !"\($0.value)".contains("ClientSecret") })
    let others = graph.resources.filter { $0.address != secret.address && "\($0.properties)".contains("ClientSecret\"") }
    #expect(others.isEmpty)
  }

  @Test("There are four groups, and the first administrator is in the one with full access")
  func groups() throws {
    let graph = try SerenityGraphs.pilot
    #expect(
      Set(graph.all(Cognito.UserPoolGroup.self).compactMap { $0.text("GroupName") }) == ["Patients", "Providers", "Supporters", "Admins"])
    let administrator = try graph.resource("auth/administrator")
    #expect(administrator["Username"] == "admin@serenityhealth.io")
    #expect(administrator["MessageAction"] == "SUPPRESS")
    let membership = try graph.resource("auth/administrator-is-admin")
    #expect(membership.dependencies.map(\.address).contains("auth/Admins"))
  }
}
