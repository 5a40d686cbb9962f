public import StrataAWS
public import StrataLanguage

/// Subnets with one purpose, one for each zone: with their route tables and an access list that lets through only what is listed.
///
/// Creates an `EC2.Subnet` for each zone, one `EC2.RouteTable` (or one for each zone, which a NAT gateway per zone needs), an
/// `EC2.NetworkAcl` with its entries, and the associations. Nothing gets a public address by itself. Each list is numbered by tens in the
/// order written, and what no line lets through is refused.
@Component
public final class SubnetTier {
  public let id: String
  let vpc: EC2.VPC
  let zones: [String]
  /// The tier's address blocks, one for each zone.
  public let blocks: [CIDR]
  var hasRoutesPerZone = false
  let inbound: [AccessRule]
  let outbound: [AccessRule]

  public lazy var subnets = zip(zones, blocks).enumerated().map { index, subnet in
    EC2.Subnet(
      "subnet-\(index + 1)", vpcId: vpc, availabilityZone: subnet.0, cidrBlock: subnet.1, mapPublicIpOnLaunch: false,
      tags: ["Tier": id])
  }

  public lazy var routeTables = (hasRoutesPerZone ? Array(zones.indices) : [0]).map {
    EC2.RouteTable("routes-\($0 + 1)", vpcId: vpc, tags: ["Tier": id])
  }

  public lazy var accessList = EC2.NetworkAcl("access", vpcId: vpc, tags: ["Tier": id])

  public var body: some Infrastructure {
    for (index, subnet) in subnets.enumerated() {
      EC2.SubnetRouteTableAssociation("routes-of-\(index + 1)", routeTableId: routeTables[index % routeTables.count], subnetId: subnet)
      EC2.SubnetNetworkAclAssociation("access-of-\(index + 1)", networkAclId: accessList, subnetId: subnet)
    }
    for (index, rule) in inbound.enumerated() { entry("in", index, rule) }
    for (index, rule) in outbound.enumerated() { entry("out", index, rule) }
  }

  private func entry(_ direction: String, _ index: Int, _ rule: AccessRule) -> EC2.NetworkAclEntry {
    EC2.NetworkAclEntry(
      "\(direction)-\(index + 1)", networkAclId: accessList, protocol: 6, ruleAction: "allow", ruleNumber: 100 + 10 * index,
      cidrBlock: rule.block, egress: direction == "out", portRange: .init(from: rule.ports.lowerBound, to: rule.ports.upperBound))
  }
}
