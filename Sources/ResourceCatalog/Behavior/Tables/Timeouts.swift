/// How long operations may go on before a deployment stops waiting for them, in minutes.
///
/// Sources: the section "Timeouts" of each resource in the documentation of Terraform's AWS provider, which are what its users have found to be
/// enough; the services' own waiters where they are longer. A type that is not listed has the deployment's usual limit.
enum Timeouts {
  static func apply(to table: inout BehaviorTable) {
    for (type, create, update, delete) in rows {
      table.update(type) { behavior in
        behavior.createTimeout = create * 60
        behavior.updateTimeout = update * 60
        behavior.deleteTimeout = delete * 60
      }
    }
  }

  private static let rows: [(String, create: Int, update: Int, delete: Int)] = [
    ("AutoScaling::AutoScalingGroup", 20, 20, 20),
    ("CertificateManager::Certificate", 75, 10, 20),
    ("CloudFront::Distribution", 90, 90, 90),
    ("DynamoDB::GlobalTable", 60, 60, 30),
    ("DynamoDB::Table", 30, 60, 10),
    ("EC2::Instance", 10, 10, 20),
    ("EC2::NatGateway", 10, 10, 30),
    ("EC2::TransitGateway", 10, 10, 10),
    ("EC2::TransitGatewayVpcAttachment", 10, 10, 10),
    ("EC2::VPCEndpoint", 10, 10, 10),
    ("EC2::VPNConnection", 40, 40, 30),
    ("ECS::Service", 20, 20, 20),
    ("ElastiCache::ReplicationGroup", 60, 40, 45),
    ("ElasticLoadBalancingV2::LoadBalancer", 10, 10, 10),
    ("KinesisFirehose::DeliveryStream", 30, 10, 30),
    ("Lambda::Function", 10, 10, 10),
    ("NetworkFirewall::Firewall", 30, 30, 30),
    ("RDS::DBInstance", 40, 80, 60),
    ("Route53::RecordSet", 30, 30, 30),
  ]
}
