/// Types that the service refuses to delete while another object refers to them.
///
/// Source: `DependencyViolation`, `ResourceInUse`, `DeleteConflict`, `…InUse` and the like among the errors of the delete operations.
enum DeletionOrder {
  static func apply(to table: inout BehaviorTable) {
    table.update(types) { $0.refusesDeletionWhileReferenced = true }
  }

  private static let types = [
    "Backup::BackupPlan", "Backup::BackupVault", "Backup::RestoreTestingPlan", "CertificateManager::Certificate",
    "CloudFront::CachePolicy", "CloudFront::Function", "CloudFront::OriginAccessControl", "CloudFront::OriginRequestPolicy",
    "CloudFront::ResponseHeadersPolicy", "Cognito::UserPool", "Config::ConfigurationRecorder", "EC2::CustomerGateway", "EC2::EIP",
    "EC2::InternetGateway", "EC2::NetworkAcl", "EC2::RouteTable", "EC2::SecurityGroup", "EC2::Subnet", "EC2::TransitGateway",
    "EC2::TransitGatewayRouteTable", "EC2::VPC", "EC2::VPCEndpointService", "ECS::Cluster", "ElastiCache::ParameterGroup",
    "ElastiCache::SubnetGroup", "ElasticLoadBalancingV2::TargetGroup", "Events::EventBus", "IAM::InstanceProfile", "IAM::ManagedPolicy",
    "IAM::Role", "ImageBuilder::Component", "ImageBuilder::DistributionConfiguration", "ImageBuilder::ImageRecipe",
    "ImageBuilder::InfrastructureConfiguration", "Logs::DeliveryDestination", "Logs::DeliverySource", "NetworkFirewall::FirewallPolicy",
    "NetworkFirewall::RuleGroup", "Organizations::Organization", "Organizations::OrganizationalUnit", "Organizations::Policy",
    "RDS::DBParameterGroup", "RDS::DBSubnetGroup", "Route53::HostedZone", "SSO::PermissionSet", "WAFv2::IPSet", "WAFv2::WebACL",
  ]
}
