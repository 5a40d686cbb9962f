import StrataDeployment
import StrataModel

/// The client credentials flow stands alone, needs a secret, and takes only scopes of resource servers.
///
/// Source: Cognito API reference, CreateUserPoolClient (`AllowedOAuthFlows`, `InvalidOAuthFlowException`, `ScopeDoesNotExistException`).
struct UserPoolClientFlowRule: CloudRule {
  let types = ["AWS::Cognito::UserPoolClient"]
  let summary = "client_credentials is the only flow of its client, needs GenerateSecret, and custom scopes that exist."
  let source = "Cognito CreateUserPoolClient, InvalidOAuthFlowException, ScopeDoesNotExistException"

  private static let standard: Set<String> = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"]

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    let flows = PolicyView.texts(change.properties["AllowedOAuthFlows"])
    let scopes = PolicyView.texts(change.properties["AllowedOAuthScopes"])
    let isMachine = flows.contains("client_credentials")
    if isMachine {
      if flows.count > 1 {
        throw CloudErrors.invalid(
          "InvalidOAuthFlowException", "client_credentials flow can not be selected along with code flow or implicit flow",
          "AllowedOAuthFlows")
      }
      if change.properties.flag("GenerateSecret") != true {
        throw CloudErrors.invalid(
          "InvalidOAuthFlowException", "client_credentials flow can not be selected if client does not have a client secret",
          "GenerateSecret")
      }
      if scopes.isEmpty || scopes.contains(where: Self.standard.contains) {
        throw CloudErrors.invalid(
          "InvalidOAuthFlowException", "client_credentials needs scopes of a resource server, and takes no other", "AllowedOAuthScopes")
      }
    }
    guard let pool = change.referenced("AWS::Cognito::UserPool", by: "UserPoolId", cloud) else { return }
    let custom = scopes.filter { !Self.standard.contains($0) }
    guard !custom.isEmpty else { return }
    var known: Set<String> = []
    for server in cloud.users(of: pool.number, types: ["AWS::Cognito::UserPoolResourceServer"]) {
      let identifier = server.inputs.text("Identifier") ?? ""
      for scope in server.inputs["Scopes"]?.arrayValue ?? [] { known.insert(identifier + "/" + (scope["ScopeName"]?.stringValue ?? "")) }
    }
    if let missing = custom.first(where: { !known.contains($0) }) {
      throw CloudErrors.invalid(
        "ScopeDoesNotExistException", "Invalid scope requested: \(missing). No resource server of the pool offers it.", "AllowedOAuthScopes"
      )
    }
  }
}
