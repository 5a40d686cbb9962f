import ResourceCatalog
import StrataLanguage
import StrataModel

/// Of some types an account has one per region.
struct SingletonTypes: GraphCheck {
  let source = "the \"already exists\" errors of the services: GuardDuty, Security Hub, Config, Macie, ECR registry settings, Organizations"

  /// Any type may be one: the catalogue's behavior says which.
  let types = [
    "AWS::Config::ConfigurationRecorder", "AWS::Config::DeliveryChannel", "AWS::ControlTower::LandingZone",
    "AWS::ECR::RegistryScanningConfiguration", "AWS::ECR::RegistryPolicy", "AWS::ECR::ReplicationConfiguration",
    "AWS::FMS::NotificationChannel", "AWS::GuardDuty::Detector", "AWS::Macie::Session", "AWS::Organizations::Organization",
    "AWS::SSO::Instance", "AWS::SecurityHub::FindingAggregator", "AWS::SecurityHub::Hub", "AWS::SecurityHub::OrganizationConfiguration",
  ]

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for type in program.types where type.behavior.isSingleton {
      // By account and region: the roles on the way there make no other place of it.
      var first: [String: Int] = [:]
      for index in program.indices(of: type.name) {
        let resource = program.resources[index]
        guard let other = first[resource.placement.description] else {
          first[resource.placement.description] = index
          continue
        }
        report.error(
          "second-singleton", "\(resource.placement) can have one \(type.name), and '\(program.resources[other].address)' is it already",
          remedy: "keep one of them", at: resource,
          notes: [Diagnostic.Note("the other one is declared here", at: program.resources[other].source)])
      }
    }
  }
}
