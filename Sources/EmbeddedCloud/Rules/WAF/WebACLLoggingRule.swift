import StrataDeployment
import StrataModel

/// Destinations of WAF logs begin with a prefix.
///
/// Source: WAF developer guide, "Logging web ACL traffic": names begin with `aws-waf-logs-`.
struct WebACLLoggingRule: CloudRule {
  let types = ["AWS::WAFv2::LoggingConfiguration"]
  let summary = "The name of a destination of WAF logs begins with aws-waf-logs-."
  let source = "WAF PutLoggingConfiguration"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    for destination in PolicyView.texts(change.properties["LogDestinationConfigs"]) {
      guard let arn = ResourceName(destination) else { continue }
      let name = arn.resource.hasPrefix("log-group:") ? String(arn.resource.dropFirst(10)) : arn.service == "s3" ? arn.resource : arn.name
      if !name.hasPrefix("aws-waf-logs-") {
        throw CloudErrors.invalid(
          "WAFInvalidParameterException", "The destination '\(destination)' is not valid: its name must begin with aws-waf-logs-",
          "LogDestinationConfigs")
      }
    }
  }
}
