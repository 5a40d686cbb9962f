import StrataLanguage
import StrataModel

/// What cannot be shared between accounts is used in its own, roles that services take on among it, and every account is one.
///
/// Keys, buckets, topics, subnets, transit gateways and more can be shared, by their policies or by Resource Access Manager.
struct AccountAgreement: GraphCheck {
  let types = ["*"]
  let source = """
    IAM user guide, "Granting a user permissions to pass a role to an AWS service" (a role of the same account); RAM user guide, "Shareable AWS \
    resources" (which lists none of these); IAM user guide, "AWS account identifiers" (twelve digits)
    """

  /// Types that RAM does not share.
  private static let unshared: Set<String> = [
    "AWS::EC2::InternetGateway", "AWS::EC2::LaunchTemplate", "AWS::EC2::NatGateway", "AWS::EC2::NetworkAcl", "AWS::EC2::RouteTable",
    "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup",
    "AWS::AutoScaling::AutoScalingGroup", "AWS::ECS::Cluster", "AWS::ECS::TaskDefinition", "AWS::ElastiCache::ParameterGroup",
    "AWS::ElastiCache::SubnetGroup", "AWS::IAM::InstanceProfile", "AWS::RDS::DBParameterGroup", "AWS::RDS::DBSubnetGroup",
    "AWS::GuardDuty::Detector", "AWS::Config::ConfigurationRecorder",
  ]

  /// Services that take the identifiers of such objects; elsewhere a name or an address of one may be of use in another account.
  private static let consumers = [
    "AWS::EC2::", "AWS::ElasticLoadBalancingV2::", "AWS::AutoScaling::", "AWS::ECS::", "AWS::ElastiCache::", "AWS::RDS::",
    "AWS::GuardDuty::",
    "AWS::Config::",
  ]

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    // Nearly every program has one account alone.
    guard let first = program.resources.first?.placement.account else { return }
    checkNumbers(program, &report)
    guard program.resources.contains(where: { $0.placement.account != first }) else { return }
    for site in program.sites where site.isWhole {
      guard let index = site.producer else { continue }
      let consumer = program.resources[site.consumer]
      let producer = program.resources[index]
      guard consumer.placement.account != producer.placement.account, isBound(site, consumer, producer) else { continue }
      report.error(
        "wrong-account",
        "\(site.path) names '\(producer.address)' of account \(producer.placement.account), and '\(consumer.address)' is in "
          + consumer.placement.account,
        remedy: "place both in one account; \(producer.type) cannot be shared", at: consumer, path: site.path,
        notes: [Diagnostic.Note("'\(producer.address)' is declared here", at: producer.source)])
    }
  }

  private func isBound(_ site: ReferenceSite, _ consumer: DeclaredResource, _ producer: DeclaredResource) -> Bool {
    if producer.type == "AWS::IAM::Role" { return RoleTrust.isTakenOn(by: consumer.type, at: site.path) }
    return Self.unshared.contains(producer.type) && Self.consumers.contains { consumer.type.hasPrefix($0) }
  }

  /// Reports the first resource of each account that is none.
  private func checkNumbers(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var seen: Set<String> = []
    for resource in program.resources {
      let account = resource.placement.account
      guard seen.insert(account).inserted else { continue }
      guard account.utf8.count != 12 || !account.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { continue }
      report.error(
        "invalid-account", "'\(resource.address)' is placed in account '\(account)', which has not twelve digits",
        remedy: "name the account by its number, in quotes if it begins with 0", at: resource)
    }
  }
}
