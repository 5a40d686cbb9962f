import StrataDeployment
import StrataModel

/// What protects CloudFront is made in us-east-1.
///
/// Source: WAF API reference, CreateWebACL, `Scope` ("For CLOUDFRONT, you must use the Region US East (N. Virginia)"); `WAFInvalidParameterException`.
struct WebACLScopeRule: CloudRule {
  let types = ["AWS::WAFv2::WebACL", "AWS::WAFv2::IPSet", "AWS::WAFv2::RegexPatternSet", "AWS::WAFv2::RuleGroup"]
  let summary = "Objects of scope CLOUDFRONT are made in us-east-1 only."
  let source = "WAF CreateWebACL, Scope"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, change.properties.text("Scope") == "CLOUDFRONT", change.region != "us-east-1" else { return }
    throw CloudErrors.invalid(
      "WAFInvalidParameterException", "The scope is not valid. CLOUDFRONT is made in us-east-1, not in \(change.region)", "Scope")
  }
}
