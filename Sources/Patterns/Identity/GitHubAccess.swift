public import StrataAWS
public import StrataLanguage

/// How workflows of one GitHub repository reach this account, without credentials that could be stolen from GitHub.
///
/// Creates an `IAM.OIDCProvider` and two `IAM.Role`s. Every workflow of the repository, also of a pull request, may plan, with rights to read
/// and nothing else; jobs in the GitHub environment `environment`, which can ask for a review, may deploy. Source: GitHub Docs, "Configuring
/// OpenID Connect in Amazon Web Services". An account has one provider for a URL: where one exists, adopt it.
@Component
public final class GitHubAccess {
  public let id: String
  /// What the roles' names begin with.
  let name: String
  /// `organization/repository`.
  let repository: String
  let environment: String
  /// What a deployment may do.
  let permissions: [Statement]

  public lazy var provider = IAM.OIDCProvider(
    "provider", clientIdList: ["sts.amazonaws.com"], url: "https://\(Self.issuer)")

  public lazy var planRole = IAM.Role(
    "plan", assumeRolePolicyDocument: .trust(.federated(provider.arn), when: audience, .like("\(Self.issuer):sub", "repo:\(repository):*")),
    description: "Plans from any branch or pull request of \(repository)",
    managedPolicyArns: [.existing("arn:\(AWS.partition):iam::aws:policy/ReadOnlyAccess")], roleName: "\(name)-plan")

  public lazy var deployRole = IAM.Role(
    "deploy",
    assumeRolePolicyDocument: .trust(
      .federated(provider.arn), when: audience, .equals("\(Self.issuer):sub", "repo:\(repository):environment:\(environment)")),
    description: "Deploys from the environment \(environment) of \(repository)",
    policies: [.init(policyDocument: .policy(permissions), policyName: "permissions")], roleName: "\(name)-deploy")

  private var audience: Condition { .equals("\(Self.issuer):aud", "sts.amazonaws.com") }

  private static let issuer = "token.actions.githubusercontent.com"
}
