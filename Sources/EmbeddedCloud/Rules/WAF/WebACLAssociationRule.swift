import StrataDeployment
import StrataModel

/// Associations are for regional resources: a distribution names its web ACL itself.
///
/// Source: WAF API reference, AssociateWebACL ("For CloudFront, don't use this call").
struct WebACLAssociationRule: CloudRule {
  let types = ["AWS::WAFv2::WebACLAssociation"]
  let summary = "A web ACL association takes neither a distribution nor a web ACL of scope CLOUDFRONT."
  let source = "WAF AssociateWebACL"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    if change.properties.text("ResourceArn").flatMap({ ResourceName($0) })?.service == "cloudfront" {
      throw CloudErrors.invalid(
        "WAFInvalidParameterException", "A distribution is not associated; give the web ACL's ARN in the distribution's WebACLId",
        "ResourceArn")
    }
    if change.properties.text("WebACLArn")?.contains(":global/") ?? false {
      throw CloudErrors.invalid(
        "WAFInvalidParameterException", "The web ACL has the scope CLOUDFRONT; associations take REGIONAL ones", "WebACLArn")
    }
  }
}
