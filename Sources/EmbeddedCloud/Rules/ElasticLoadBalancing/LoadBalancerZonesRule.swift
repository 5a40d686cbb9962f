import StrataDeployment
import StrataModel

/// An application load balancer stands in at least two zones, with one subnet in each.
///
/// Source: Elastic Load Balancing API reference, CreateLoadBalancer (`ValidationError`: "At least two subnets in two different Availability Zones
/// must be specified"; `InvalidConfigurationRequest`: "A load balancer cannot be attached to multiple subnets in the same Availability Zone").
struct LoadBalancerZonesRule: CloudRule {
  let types = ["AWS::ElasticLoadBalancingV2::LoadBalancer"]
  let summary = "An application load balancer has subnets of two or more zones, one of each."
  let source = "Elastic Load Balancing CreateLoadBalancer"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    let subnets = change.referenced("AWS::EC2::Subnet", cloud)
    guard !subnets.isEmpty else { return }
    let zones = cloud.zones(of: subnets)
    if zones.count < subnets.count {
      throw CloudErrors.invalid(
        "InvalidConfigurationRequest", "A load balancer cannot be attached to multiple subnets in the same Availability Zone", "Subnets")
    }
    if change.properties.text("Type") ?? "application" == "application", zones.count < 2 {
      throw CloudErrors.invalid("ValidationError", "At least two subnets in two different Availability Zones must be specified", "Subnets")
    }
  }
}
