import StrataDeployment
import StrataModel

/// A distribution takes web ACLs of scope CLOUDFRONT.
///
/// Source: CloudFront API reference, DistributionConfig, `WebACLId` (`InvalidWebACLId`).
struct DistributionWebACLRule: CloudRule {
  let types = ["AWS::CloudFront::Distribution"]
  let summary = "The web ACL of a distribution has the scope CLOUDFRONT."
  let source = "CloudFront CreateDistribution, InvalidWebACLId"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let id = change.properties["DistributionConfig"]?["WebACLId"]?.stringValue else { return }
    guard let arn = ResourceName(id), arn.service == "wafv2", !arn.resource.hasPrefix("global/") else { return }
    throw CloudErrors.invalid("InvalidWebACLId", "The web ACL '\(id)' is not of scope CLOUDFRONT", "DistributionConfig.WebACLId")
  }
}
