import ResourceCatalog

/// How long a service works after it has accepted an operation, in milliseconds.
struct OperationWaits: Sendable {
  let create: Int
  let update: Int
  let delete: Int

  /// From which estimate on an operation answers before it has ended.
  private static let asynchronousFrom = 10_000

  init(of type: String, behavior: ResourceBehavior) {
    if let known = Self.known[type] {
      (create, update, delete) = (known.0 * 1000, known.1 * 1000, known.2 * 1000)
    } else {
      let long = { (estimate: Int) in estimate >= Self.asynchronousFrom ? estimate : 0 }
      (create, update, delete) = (long(behavior.createEstimate), long(behavior.updateEstimate), long(behavior.deleteEstimate))
    }
  }

  /// Create, update and delete in seconds.
  ///
  /// Sources: the waiters of the services' API models (poll interval and count) and the times that their user guides name; orders of magnitude.
  private static let known: [String: (Int, Int, Int)] = [
    "AWS::EC2::NatGateway": (90, 0, 60), "AWS::EC2::VPCEndpoint": (60, 30, 60), "AWS::EC2::TransitGateway": (90, 30, 60),
    "AWS::EC2::TransitGatewayVpcAttachment": (60, 30, 60), "AWS::EC2::VPNConnection": (300, 300, 60), "AWS::EC2::Instance": (30, 20, 40),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": (150, 0, 20), "AWS::RDS::DBInstance": (600, 120, 300),
    "AWS::RDS::DBCluster": (300, 60, 200),
    "AWS::ElastiCache::ReplicationGroup": (480, 240, 300), "AWS::CloudFront::Distribution": (240, 180, 180),
    "AWS::CertificateManager::Certificate": (180, 0, 0), "AWS::DynamoDB::Table": (12, 10, 10), "AWS::DynamoDB::GlobalTable": (60, 60, 30),
    "AWS::ECS::Service": (180, 120, 120), "AWS::NetworkFirewall::Firewall": (480, 60, 300), "AWS::Config::ConformancePack": (90, 60, 60),
    "AWS::KinesisFirehose::DeliveryStream": (60, 10, 30), "AWS::Organizations::Account": (180, 0, 0),
    "AWS::ControlTower::LandingZone": (2400, 1800, 1800),
    "AWS::ControlTower::EnabledControl": (120, 60, 120), "AWS::Lambda::Function": (5, 5, 0),
    "AWS::AutoScaling::AutoScalingGroup": (60, 10, 120),
    "AWS::SecurityHub::Standard": (60, 0, 60), "AWS::Backup::Framework": (120, 60, 60), "AWS::EKS::Cluster": (600, 300, 300),
    "AWS::KMS::ReplicaKey": (10, 0, 0), "AWS::Route53::RecordSet": (30, 30, 30), "AWS::EFS::FileSystem": (10, 5, 10),
    "AWS::OpenSearchService::Domain": (900, 600, 300), "AWS::Redshift::Cluster": (300, 300, 120), "AWS::MSK::Cluster": (1200, 600, 300),
  ]
}
