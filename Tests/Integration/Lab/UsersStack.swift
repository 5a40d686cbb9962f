import Strata

/// Users of applications; moto cannot change the tags of a pool.
@Stack final class UsersStack {
  let variant: Variant

  lazy var pool = Cognito.UserPool(
    "pool", autoVerifiedAttributes: ["email"], mfaConfiguration: "OFF",
    policies: .init(
      passwordPolicy: .init(
        minimumLength: variant.changed(8, 12), requireLowercase: true, requireNumbers: true, requireSymbols: variant.changed(false, true),
        requireUppercase: true)), userPoolName: "lab-pool")

  // moto forgets at any change of a pool by what its users sign in, and then does not find them.
  lazy var people = Cognito.UserPool("people", userPoolName: "lab-people", usernameAttributes: ["email"])

  lazy var admins = Cognito.UserPoolGroup(
    "admins", userPoolId: people, description: variant.changed("Admins", "Administrators"), groupName: "admins",
    precedence: variant.changed(1, 2))

  lazy var user = Cognito.UserPoolUser(
    "user", userPoolId: people, messageAction: "SUPPRESS",
    userAttributes: [
      .init(name: "email", value: variant.replaced("one@example.com", "two@example.com")), .init(name: "email_verified", value: "true"),
    ], username: variant.replaced("one@example.com", "two@example.com"))

  var body: some Infrastructure {
    Cognito.UserPoolClient(
      "client", userPoolId: pool, accessTokenValidity: variant.changed(60, 30),
      callbackUrls: variant.changed(
        ["https://lab.example.com/one"], ["https://lab.example.com/two"]),
      clientName: variant.changed("lab", "lab-web"), explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      generateSecret: variant.replaced(false, true), tokenValidityUnits: .init(accessToken: "minutes"))
    Cognito.UserPoolDomain("domain", domain: variant.replaced("lab-users", "lab-people"), userPoolId: pool)
    Cognito.UserPoolUserToGroupAttachment(
      "user-is-admin", groupName: admins.groupName, userPoolId: people, username: user.username)
    // moto cannot update a resource server.
    Cognito.UserPoolResourceServer(
      "scopes", identifier: "lab", name: "Lab", userPoolId: pool, scopes: [.init(scopeDescription: "Reads", scopeName: "read")])
  }
}
