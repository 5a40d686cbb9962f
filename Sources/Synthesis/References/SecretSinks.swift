import ResourceCatalog
import StrataLanguage
import StrataModel

/// Decides where a secret may go: into what AWS takes and never returns, and, with a warning, into a few places that need one although it is readable.
enum SecretSinks {
  static func check(_ site: SecretSite, _ program: ProgramIndex, _ report: inout DiagnosticReport) {
    let resource = program.resources[site.consumer]
    if resource.type == ActionSpecification.type, !ActionCheck.allowsSecret(at: site.path) {
      report.error(
        "secret-in-proof", "\(site.path) takes a secret, and what proves or undoes an action is recorded",
        remedy: "use the secret in the call only", at: resource, path: site.path)
    }
    guard let schema = program.type(of: site.consumer).schema else { return }
    if schema.isWriteOnly(site.path.schemaComponents) { return }
    if readable.contains(where: { $0.type == resource.type && site.path.begins(with: $0.path) }) {
      report.warning(
        "readable-secret", "\(site.path) takes a secret, and whoever may read the resource can read it there",
        remedy: "limit who may describe it, or rotate the value", at: resource, path: site.path)
      return
    }
    report.error(
      "secret-in-readable-property", "\(site.path) takes a secret, but AWS returns this property in clear",
      remedy: "put the secret into AWS::SecretsManager::Secret and refer to its ARN", at: resource, path: site.path)
  }

  /// Places that work only with a secret in them.
  ///
  /// Source: the services' own guides for shared headers, environment and provider secrets.
  private static let readable: [(type: String, path: [String])] = [
    ("AWS::CloudFront::Distribution", ["DistributionConfig", "Origins", "*", "OriginCustomHeaders", "*", "HeaderValue"]),
    ("AWS::Cognito::UserPoolIdentityProvider", ["ProviderDetails"]),
    ("AWS::ElasticLoadBalancingV2::ListenerRule", ["Conditions", "*", "HttpHeaderConfig", "Values"]),
    ("AWS::ElasticLoadBalancingV2::ListenerRule", ["Actions", "*", "AuthenticateOidcConfig", "ClientSecret"]),
    ("AWS::ElasticLoadBalancingV2::Listener", ["DefaultActions", "*", "AuthenticateOidcConfig", "ClientSecret"]),
    ("AWS::Lambda::Function", ["Environment", "Variables"]),
    ("AWS::SNS::Subscription", ["Endpoint"]),
    ("AWS::SSM::Parameter", ["Value"]),
  ]
}
