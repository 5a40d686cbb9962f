import StrataDeployment
import StrataModel

/// Config rules, packs and delivery channels need a recorder first.
///
/// Source: AWS Config API reference, PutConfigRule and PutDeliveryChannel (`NoAvailableConfigurationRecorderException`).
struct ConfigRecorderRule: CloudRule {
  let types = ["AWS::Config::ConfigRule", "AWS::Config::DeliveryChannel", "AWS::Config::ConformancePack"]
  let summary = "Config rules, conformance packs and delivery channels are refused while the region has no recorder."
  let source = "AWS Config PutConfigRule, NoAvailableConfigurationRecorderException"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create, cloud.count(of: "AWS::Config::ConfigurationRecorder", in: change.scope) == 0 else { return }
    throw CloudErrors.invalid(
      "NoAvailableConfigurationRecorderException", "There are no configuration recorders in \(change.region). Make one first.")
  }
}
