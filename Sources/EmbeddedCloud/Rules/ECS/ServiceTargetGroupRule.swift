import StrataDeployment
import StrataModel

/// A service registers with target groups that a listener serves.
///
/// Source: ECS API reference, CreateService (`InvalidParameterException`: "The target group with targetGroupArn … does not have an associated
/// load balancer").
struct ServiceTargetGroupRule: CloudRule {
  let types = ["AWS::ECS::Service"]
  let summary = "The target groups of a service are attached to a listener."
  let source = "ECS CreateService"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create else { return }
    for group in change.referenced("AWS::ElasticLoadBalancingV2::TargetGroup", cloud) {
      let users = cloud.users(
        of: group.number, types: ["AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule"])
      if users.isEmpty {
        throw CloudErrors.invalid(
          "InvalidParameterException",
          "The target group with targetGroupArn \(group.identifier) does not have an associated load balancer.",
          "LoadBalancers")
      }
    }
  }
}
