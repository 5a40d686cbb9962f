import StrataDeployment
import StrataModel

/// An internet gateway stays attached while public addresses of the VPC are mapped.
///
/// Source: EC2 API reference, DetachInternetGateway (`DependencyViolation`: "Network … has some mapped public address(es)").
struct GatewayDetachRule: CloudRule {
  let types = ["AWS::EC2::VPCGatewayAttachment"]
  let summary = "An internet gateway is not detached while a NAT gateway or a public load balancer of the VPC lives."
  let source = "EC2 DetachInternetGateway"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.isDelete, let reference = change.references.first(where: { $0.property == "VpcId" }) else { return }
    for subnet in cloud.users(of: reference.target, types: ["AWS::EC2::Subnet"]) {
      let users = cloud.users(of: subnet.number, types: ["AWS::EC2::NatGateway", "AWS::ElasticLoadBalancingV2::LoadBalancer"])
      let living = users.filter { $0.phase == .present || $0.readyAt > change.now }
      let mapped = living.filter { $0.type == "AWS::EC2::NatGateway" || $0.inputs.text("Scheme") != "internal" }
      guard !mapped.isEmpty else { continue }
      throw ProviderError(
        .conflict,
        "Network \(change.properties.text("VpcId") ?? "") has some mapped public address(es), of \(mapped[0].identifier). "
          + "Please unmap those public address(es) before detaching the gateway.", serviceCode: "DependencyViolation")
    }
  }
}
