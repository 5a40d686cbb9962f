import StrataDeployment
import StrataModel

/// A public NAT gateway needs an address and an internet gateway at its VPC.
///
/// Source: EC2 API reference, CreateNatGateway (`MissingParameter`, `Gateway.NotAttached`: "Network vpc-… has no Internet gateway attached").
struct NatGatewayRule: CloudRule {
  let types = ["AWS::EC2::NatGateway"]
  let summary = "A public NAT gateway needs an elastic IP and an attached internet gateway."
  let source = "EC2 CreateNatGateway, Gateway.NotAttached"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create, change.properties.text("ConnectivityType") ?? "public" == "public" else { return }
    guard change.properties.text("AvailabilityMode") != "regional" else { return }
    if change.properties["AllocationId"] == nil {
      throw CloudErrors.invalid("MissingParameter", "A public NAT gateway needs an AllocationId", "AllocationId")
    }
    guard let subnet = change.referenced("AWS::EC2::Subnet", by: "SubnetId", cloud),
      let vpc = subnet.references.first(where: { $0.property == "VpcId" })
    else { return }
    if cloud.users(of: vpc.target, types: ["AWS::EC2::VPCGatewayAttachment"]).isEmpty {
      throw CloudErrors.invalid(
        "Gateway.NotAttached", "Network \(subnet.inputs.text("VpcId") ?? "") has no Internet gateway attached", "SubnetId")
    }
  }
}
