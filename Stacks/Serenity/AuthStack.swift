import Strata

/// The guide's `SerenityAuthStack`: "Identity & Access Management".
///
/// 3.24 The guide's drawing puts Cognito into the private subnet; it is a regional service and has no place in a network. Tasks reach it
/// through NAT.
@Stack final class AuthStack {
  let settings: Serenity.Settings
  let security: SecurityStack

  // 3.16 "Name: serenity-pilot-users"
  lazy var pool = Cognito.UserPool(
    "users", accountRecoverySetting: .init(recoveryMechanisms: [.init(name: "verified_email", priority: 1)]),
    // 3.20 "Self-signup: Disabled (controlled pilot)"
    adminCreateUserConfig: .init(allowAdminCreateUserOnly: true), autoVerifiedAttributes: ["email"], deletionProtection: "ACTIVE",
    // 3.17 "MFA: Required (SMS + TOTP)"; SMS also needs an origination identity and leaving the SMS sandbox, which no resource can do.
    enabledMfas: ["SMS_MFA", "SOFTWARE_TOKEN_MFA"], mfaConfiguration: "ON",
    // 3.18 "Password Policy: 12+ chars, complex requirements"
    policies: .init(
      passwordPolicy: .init(
        minimumLength: 12, requireLowercase: true, requireNumbers: true, requireSymbols: true, requireUppercase: true,
        temporaryPasswordValidityDays: 1)),
    smsConfiguration: .init(externalId: smsExternalId, snsCallerArn: smsRole, snsRegion: AWS.region),
    // 3.19 "Advanced Security: Enforced (risk detection)"; only the PLUS plan has it, at a price per active user.
    userPoolAddOns: .init(advancedSecurityMode: "ENFORCED"), userPoolName: "\(settings.prefix)-users", userPoolTier: .plus,
    usernameAttributes: ["email"], usernameConfiguration: .init(caseSensitive: false)
  ).protected()

  // 3.21 "SPA Client (Web): Public client (no secret). Authorization Code + PKCE. Token Validity: 15 minutes (HIPAA requirement). Scopes:
  // email, openid, profile". PKCE is not a setting of the client: the app sends it with the code flow, and a client without a secret has
  // nothing else. Refresh tokens live for 60 minutes at least (Cognito refuses less), so each one is good for one use only.
  lazy var webClient = Cognito.UserPoolClient(
    "web", userPoolId: pool, accessTokenValidity: 15, allowedOAuthFlows: ["code"], allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthScopes: ["email", "openid", "profile"], callbackUrls: ["https://\(settings.domain)/auth/callback"],
    clientName: "\(settings.prefix)-web", enableTokenRevocation: true, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"], generateSecret: false,
    idTokenValidity: 15, logoutUrls: ["https://\(settings.domain)/"], preventUserExistenceErrors: "ENABLED",
    refreshTokenRotation: .init(feature: .enabled, retryGracePeriodSeconds: 10), refreshTokenValidity: 60,
    supportedIdentityProviders: ["COGNITO"], tokenValidityUnits: minutes)

  // 3.22 "Server Client (API): Confidential client (with secret). Client credentials, SRP. Token Validity: 15 minutes". Client credentials
  // must be the only OAuth flow and need scopes of one's own: Cognito refuses openid and email for them.
  lazy var apiClient = Cognito.UserPoolClient(
    "api", userPoolId: pool, accessTokenValidity: 15, allowedOAuthFlows: ["client_credentials"], allowedOAuthFlowsUserPoolClient: true,
    allowedOAuthScopes: ["serenity-api/read", "serenity-api/write"], clientName: "\(settings.prefix)-api", enableTokenRevocation: true,
    explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], generateSecret: true, idTokenValidity: 15,
    preventUserExistenceErrors: "ENABLED", refreshTokenValidity: 60, tokenValidityUnits: minutes
  ).after(scopes)

  // 3.49 "No hardcoded credentials", "Secrets Manager for sensitive configuration": the secret goes from Cognito to here and is seen by
  // nobody.
  lazy var clientSecret = SecretsManager.Secret(
    "client-secret", description: "Secret of the API's Cognito client", kmsKeyId: security.key,
    name: "\(settings.prefix)/api/cognito-client-secret", secretString: apiClient.clientSecret)

  lazy var scopes = Cognito.UserPoolResourceServer(
    "scopes", identifier: "serenity-api", name: "Serenity API", userPoolId: pool,
    scopes: ["read", "write"].map { .init(scopeDescription: "\($0) through the API", scopeName: $0) })

  // The pool names the role and the role's trust the pool's external id, so that one is a text.
  lazy var smsRole = ServiceRole("sms", for: "cognito-idp", conditions: [.equals("sts:ExternalId", smsExternalId)]) {
    Allow("sns:Publish", on: "*")  // To phone numbers, which have no ARN.
  }

  var body: some Infrastructure {
    // 3.22 The token endpoint needs a domain.
    Cognito.UserPoolDomain("domain", domain: "\(settings.prefix)-\(AWS.accountId)", userPoolId: pool)
    // 3.19 "Enforced (risk detection)"
    Cognito.UserPoolRiskConfigurationAttachment(
      "risks", clientId: "ALL", userPoolId: pool,
      accountTakeoverRiskConfiguration: .init(
        actions: .init(
          highAction: .init(eventAction: "BLOCK", notify: false), lowAction: .init(eventAction: "MFA_REQUIRED", notify: false),
          mediumAction: .init(eventAction: "MFA_REQUIRED", notify: false))),
      compromisedCredentialsRiskConfiguration: .init(actions: .init(eventAction: "BLOCK")))

    // 3.23 "Patients: Basic PHI access to own data. Providers: Full PHI access, assessment tools. Supporters: Limited PHI access, crisis
    // alerts. Admins: Full system access"
    let admins = group("Admins", "Full system access", precedence: 0)
    admins
    group("Providers", "Full PHI access, assessment tools", precedence: 10)
    group("Supporters", "Limited PHI access, crisis alerts", precedence: 20)
    group("Patients", "Basic PHI access to own data", precedence: 30)

    // 3.55 "Create initial admin user", "Add to admin group". The permanent password is no resource but an action, where the settings name
    // the secret that holds it; multi-factor authentication is enrolled at the first sign-in.
    let administrator = Cognito.UserPoolUser(
      "administrator", userPoolId: pool, messageAction: "SUPPRESS",
      userAttributes: [.init(name: "email", value: settings.administrator), .init(name: "email_verified", value: "true")],
      username: settings.administrator)
    Cognito.UserPoolUserToGroupAttachment(
      "administrator-is-admin", groupName: admins.groupName, userPoolId: pool, username: administrator.username)
    if let password = settings.administratorPassword {
      Action.permanentPassword("administrator-password", of: settings.administrator, in: pool.userPoolId, password).after(administrator)
    }

    Output("cognito-user-pool-id", pool.userPoolId)
    Output("cognito-client-id", webClient.clientId)
    Output("cognito-api-client-id", apiClient.clientId)
    Output("cognito-client-secret-arn", clientSecret.id)
  }

  private let minutes = Cognito.UserPoolClient.TokenValidityUnits(accessToken: "minutes", idToken: "minutes", refreshToken: "minutes")
  private var smsExternalId: String { "\(settings.prefix)-sms" }

  private func group(_ name: String, _ description: String, precedence: Int) -> Cognito.UserPoolGroup {
    Cognito.UserPoolGroup(name, userPoolId: pool, description: description, groupName: name, precedence: precedence)
  }
}
