import StrataLanguage
import StrataModel

/// OAuth flows, scopes and token lifetimes of a user pool's clients.
struct UserPoolClients: GraphCheck {
  let types = ["AWS::Cognito::UserPoolClient"]
  let source = """
    Cognito API reference, CreateUserPoolClient: AllowedOAuthFlows (client_credentials alone, with a secret and custom scopes), token validity; \
    developer guide, "Configuring a user pool domain" (for every OAuth endpoint)
    """

  /// Scopes that name claims of a user, which a client that acts for itself has none of.
  private static let userScopes: Set<String> = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"]

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var scopes: [Int: Set<String>] = [:]
    var hasUnknownServer: Set<Int> = []
    for index in program.indices(of: "AWS::Cognito::UserPoolResourceServer") {
      let server = program.resources[index].properties
      guard let pool = program.target(of: server["UserPoolId"]) else { continue }
      guard let identifier = server["Identifier"]?.stringValue, let given = server["Scopes"]?.arrayValue,
        given.allSatisfy({ $0["ScopeName"]?.stringValue != nil })
      else {
        if server["Scopes"] != nil { hasUnknownServer.insert(pool) }
        continue
      }
      for scope in given { if let name = scope["ScopeName"]?.stringValue { scopes[pool, default: []].insert("\(identifier)/\(name)") } }
    }
    let domains = Set(
      program.indices(of: "AWS::Cognito::UserPoolDomain").compactMap { program.target(of: program.resources[$0].properties["UserPoolId"]) })
    for index in program.indices(of: "AWS::Cognito::UserPoolClient") {
      let client = program.resources[index]
      let pool = program.target(of: client.properties["UserPoolId"], type: "AWS::Cognito::UserPool")
      let known = pool.flatMap { hasUnknownServer.contains($0) ? nil : scopes[$0] ?? [] }
      checkFlows(client, pool.map { domains.contains($0) } ?? true, known, &report)
      TokenLifetimes.check(client, &report)
    }
  }

  private func checkFlows(_ client: DeclaredResource, _ hasDomain: Bool, _ scopes: Set<String>?, _ report: inout DiagnosticReport) {
    guard let flows = client.properties["AllowedOAuthFlows"]?.arrayValue?.compactMap(\.stringValue), !flows.isEmpty else { return }
    let given = client.properties["AllowedOAuthScopes"]?.elements.compactMap(\.stringValue) ?? []
    if flows.contains("client_credentials") {
      if flows.count > 1 {
        report.error(
          "client-credentials-mixed", "client_credentials must be the only OAuth flow of a client, not one of \(flows.count)",
          remedy: "declare a client of its own for it", at: client, path: "AllowedOAuthFlows")
      }
      let secret = client.properties["GenerateSecret"]
      if secret == nil || secret?.isFalse == true {
        report.error(
          "client-credentials-without-secret", "client_credentials needs GenerateSecret", remedy: "set GenerateSecret to true", at: client,
          path: "GenerateSecret")
      }
      let scopesOfUsers = given.filter(Self.userScopes.contains)
      if let scope = scopesOfUsers.first {
        report.error(
          "client-credentials-user-scope", "client_credentials takes custom scopes only, not '\(scope)'",
          remedy: "name scopes of a resource server, such as api/read", at: client, path: "AllowedOAuthScopes")
      } else if given.isEmpty, client.properties["AllowedOAuthScopes"]?.arrayValue != nil || client.properties["AllowedOAuthScopes"] == nil
      {
        report.error(
          "client-credentials-user-scope", "client_credentials needs a custom scope in AllowedOAuthScopes",
          remedy: "declare an AWS::Cognito::UserPoolResourceServer and name its scope", at: client, path: "AllowedOAuthScopes")
      }
    } else if client.properties["CallbackURLs"] == nil {
      report.error(
        "callback-missing", "the OAuth flow \(flows[0]) needs CallbackURLs", remedy: "give the address that the application returns to",
        at: client, path: "CallbackURLs")
    }
    for (position, scope) in (client.properties["AllowedOAuthScopes"]?.elements ?? []).enumerated() {
      guard let name = scope.stringValue, !Self.userScopes.contains(name), let scopes, !scopes.contains(name) else { continue }
      report.error(
        "unknown-scope", "AllowedOAuthScopes names '\(name)', which no resource server of the pool defines",
        remedy: scopes.isEmpty ? "declare an AWS::Cognito::UserPoolResourceServer" : "there are \(scopes.sorted().joined(separator: ", "))",
        at: client, path: PropertyPath([.key("AllowedOAuthScopes"), .index(position)]))
    }
    if !hasDomain {
      report.warning(
        "user-pool-without-domain", "AllowedOAuthFlows needs the pool's OAuth endpoints, and the pool has no domain",
        remedy: "declare an AWS::Cognito::UserPoolDomain", at: client, path: "AllowedOAuthFlows")
    }
  }
}
