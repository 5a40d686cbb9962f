import StrataDeployment
import StrataModel

/// Access logs of CloudFront are set up in us-east-1.
///
/// Source: CloudFront developer guide, "Configure standard logging (v2)": the delivery source API is called in US East (N. Virginia).
struct DeliverySourceRule: CloudRule {
  let types = ["AWS::Logs::DeliverySource"]
  let summary = "The delivery source of a distribution is made in us-east-1."
  let source = "CloudFront developer guide, standard logging (v2)"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let arn = change.properties.text("ResourceArn").flatMap({ ResourceName($0) }), arn.service == "cloudfront"
    else { return }
    if change.region != "us-east-1" {
      throw CloudErrors.invalid(
        "ValidationException", "Delivery sources of CloudFront are made in us-east-1, not in \(change.region)", "ResourceArn")
    }
  }
}
