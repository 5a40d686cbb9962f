import StrataDeployment
import StrataModel

/// What is associated with a subnet stands in the subnet's VPC.
///
/// Source: EC2 API reference, AssociateRouteTable and ReplaceNetworkAclAssociation (`InvalidParameterValue`: "belong to different networks").
struct SameNetworkRule: CloudRule {
  let types = ["AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::SubnetNetworkAclAssociation"]
  let summary = "A subnet takes route tables and network ACLs of its own VPC."
  let source = "EC2 AssociateRouteTable, ReplaceNetworkAclAssociation"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    var networks: Set<String> = []
    for reference in change.references {
      if let vpc = cloud.objects[reference.target]?.inputs.text("VpcId") { networks.insert(vpc) }
    }
    if networks.count > 1 {
      throw CloudErrors.invalid(
        "InvalidParameterValue",
        "\(networks.sorted().joined(separator: " and ")): the subnet and what it is associated with belong to different networks")
    }
  }
}
