import StrataDeployment
import StrataModel

/// Threat protection needs the PLUS tier.
///
/// Source: Cognito API reference, CreateUserPool (`UserPoolTier`; `FeatureUnavailableInTierException`).
struct UserPoolTierRule: CloudRule {
  let types = ["AWS::Cognito::UserPool", "AWS::Cognito::UserPoolRiskConfigurationAttachment", "AWS::Cognito::LogDeliveryConfiguration"]
  let summary = "Advanced security, risk configurations and the export of user events need the PLUS tier."
  let source = "Cognito CreateUserPool, FeatureUnavailableInTierException"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    var pool = change.properties
    var property = "UserPoolAddOns"
    if change.type == "AWS::Cognito::UserPool" {
      guard let mode = pool["UserPoolAddOns"]?["AdvancedSecurityMode"]?.stringValue, mode != "OFF" else { return }
    } else {
      if change.type == "AWS::Cognito::LogDeliveryConfiguration" {
        let sources = (pool["LogConfigurations"]?.arrayValue ?? []).compactMap { $0["EventSource"]?.stringValue }
        guard sources.contains("userAuthEvents") else { return }
      }
      property = "UserPoolId"
      guard let object = change.referenced("AWS::Cognito::UserPool", by: "UserPoolId", cloud) else { return }
      pool = object.inputs
    }
    if pool.text("UserPoolTier") != "PLUS" {
      throw CloudErrors.invalid(
        "FeatureUnavailableInTierException", "Threat protection needs UserPoolTier PLUS, not \(pool.text("UserPoolTier") ?? "ESSENTIALS")",
        PropertyPath(property))
    }
  }
}
