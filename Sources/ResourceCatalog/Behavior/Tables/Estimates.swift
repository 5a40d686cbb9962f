/// Expected durations in seconds, for the order of steps and for progress; never a limit.
///
/// Source: the waiters that the services document, and experience; the exact value does not matter, the order of magnitude does.
enum Estimates {
  static func apply(to table: inout BehaviorTable) {
    for (type, create, update, delete) in rows {
      table.update(type) { behavior in
        behavior.createEstimate = create * 1_000
        behavior.updateEstimate = update * 1_000
        behavior.deleteEstimate = delete * 1_000
      }
    }
  }

  private static let rows: [(String, create: Int, update: Int, delete: Int)] = [
    ("AutoScaling::AutoScalingGroup", 120, 5, 180),
    ("Backup::Framework", 120, 60, 60),
    ("CertificateManager::Certificate", 300, 2, 2),
    ("CloudFront::Distribution", 300, 300, 600),
    ("CloudFront::Function", 5, 5, 2),
    ("Cognito::UserPoolDomain", 10, 10, 10),
    ("Config::ConformancePack", 120, 120, 60),
    ("ControlTower::EnabledBaseline", 600, 600, 600),
    ("ControlTower::EnabledControl", 180, 120, 120),
    ("ControlTower::LandingZone", 2_700, 2_700, 2_700),
    ("DynamoDB::GlobalTable", 120, 60, 60),
    ("DynamoDB::Table", 20, 20, 10),
    ("EC2::Instance", 30, 60, 60),
    ("EC2::NatGateway", 120, 2, 120),
    ("EC2::TransitGateway", 120, 30, 120),
    ("EC2::TransitGatewayVpcAttachment", 60, 30, 60),
    ("EC2::VPCEndpoint", 90, 60, 60),
    ("EC2::VPNConnection", 420, 300, 120),
    ("ECS::Service", 240, 240, 120),
    ("ElastiCache::ReplicationGroup", 600, 300, 300),
    ("ElasticLoadBalancingV2::LoadBalancer", 150, 5, 30),
    ("IAM::InstanceProfile", 10, 2, 2),
    ("IAM::Role", 10, 2, 2),
    ("IAM::ServiceLinkedRole", 5, 2, 15),
    ("KMS::ReplicaKey", 30, 2, 2),
    ("KinesisFirehose::DeliveryStream", 60, 10, 30),
    ("Lambda::Function", 10, 10, 5),
    ("NetworkFirewall::Firewall", 420, 60, 420),
    ("Organizations::Account", 180, 10, 5),
    ("RDS::DBInstance", 720, 300, 300),
    ("Route53::RecordSet", 40, 40, 40),
    ("SSO::Assignment", 10, 10, 10),
    ("SecurityHub::Standard", 60, 10, 30),
  ]
}
