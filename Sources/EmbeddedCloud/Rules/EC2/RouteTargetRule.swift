import StrataDeployment
import StrataModel

/// A route leads to a gateway that is attached to the table's VPC.
///
/// Source: EC2 API reference, CreateRoute (`InvalidParameterValue`: "route table and network gateway belong to different networks").
struct RouteTargetRule: CloudRule {
  let types = ["AWS::EC2::Route"]
  let summary = "The internet gateway of a route is attached to the route table's VPC."
  let source = "EC2 CreateRoute"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete, let gateway = change.referenced("AWS::EC2::InternetGateway", by: "GatewayId", cloud),
      let table = change.referenced("AWS::EC2::RouteTable", by: "RouteTableId", cloud)
    else { return }
    let vpc = table.inputs.text("VpcId")
    let attachments = cloud.users(of: gateway.number, types: ["AWS::EC2::VPCGatewayAttachment"])
    if !attachments.contains(where: { $0.inputs.text("VpcId") == vpc }) {
      throw CloudErrors.invalid(
        "InvalidParameterValue", "route table \(table.identifier) and network gateway \(gateway.identifier) belong to different networks",
        "GatewayId")
    }
  }
}
