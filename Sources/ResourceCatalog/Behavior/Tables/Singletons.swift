/// Types of which an account has at most one per region (or one at all).
enum Singletons {
  static func apply(to table: inout BehaviorTable) {
    table.update(types) { $0.isSingleton = true }
  }

  private static let types = [
    "Config::ConfigurationRecorder", "Config::DeliveryChannel", "ControlTower::LandingZone", "ECR::RegistryScanningConfiguration",
    "ECR::RegistryPolicy", "ECR::ReplicationConfiguration", "FMS::NotificationChannel", "GuardDuty::Detector", "Macie::Session",
    "Organizations::Organization", "SSO::Instance", "SecurityHub::FindingAggregator", "SecurityHub::Hub",
    "SecurityHub::OrganizationConfiguration",
  ]
}
