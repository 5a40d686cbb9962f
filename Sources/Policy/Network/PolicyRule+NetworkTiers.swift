import StrataModel

extension PolicyRule {
  static let networkTiers = PolicyRule(
    "R22", "three-tiers", title: "Data stores have no way to the internet, and servers none from it",
    why: "a database that can be reached from outside, or can send data out, is one mistake away from being copied",
    remedy: "use ThreeTierNetwork: load balancers in the public tier, servers in the private one, data stores in the restricted one",
    controls: [.pciDSS("1.2"), .pciDSS("1.4")]
  ) { context, assessment in
    for subnet in context.all("AWS::EC2::Subnet") {
      guard let tier = context.tier(of: subnet) else {
        assessment.report(
          subnet, at: "Tags", "the subnet does not say which tier it belongs to",
          remedy: "tag it with Tier: public, private or restricted")
        continue
      }
      assessment.examine(subnet)
      for route in context.routes(of: subnet) where PolicyContext.isDefault(route) {
        let leadsToGateway = context.target(of: route.properties["GatewayId"])?.type == "AWS::EC2::InternetGateway"
        if tier == .restricted {
          assessment.report(
            route, at: "DestinationCidrBlock", "the restricted subnet '\(subnet.address)' has a way to the internet",
            remedy: "remove the route; use VPC endpoints for what its data stores need")
        } else if tier == .private, leadsToGateway {
          assessment.report(
            route, at: "GatewayId", "the private subnet '\(subnet.address)' is reached from the internet",
            remedy: "route through a NAT gateway")
        }
      }
    }
    for placement in placements {
      for node in context.all(ofType: placement.type) {
        var value: PropertyValue? = .object(node.properties)
        for key in placement.path { value = value?[key] }
        for subnet in context.targets(in: value) where subnet.type == "AWS::EC2::Subnet" {
          guard let tier = context.tier(of: subnet) else { continue }
          assessment.require(
            tier == placement.tier, of: node, at: PropertyPath(placement.path.map { .key($0) }),
            "\(placement.what) is in the \(tier.rawValue) subnet '\(subnet.address)'",
            remedy: "place it in subnets of the \(placement.tier.rawValue) tier")
        }
      }
    }
  }

  /// Where types name their subnets, and the tier that they belong to.
  private static let placements: [(type: String, path: [String], what: String, tier: NetworkTier)] = [
    ("AWS::RDS::DBSubnetGroup", ["SubnetIds"], "the database", .restricted),
    ("AWS::ElastiCache::SubnetGroup", ["SubnetIds"], "the cache", .restricted),
    ("AWS::AutoScaling::AutoScalingGroup", ["VPCZoneIdentifier"], "a server", .private),
    ("AWS::ECS::Service", ["NetworkConfiguration", "AwsvpcConfiguration", "Subnets"], "the service", .private),
    ("AWS::EC2::Instance", ["SubnetId"], "the server", .private),
    ("AWS::EC2::LaunchTemplate", ["LaunchTemplateData", "NetworkInterfaces"], "the server", .private),
    ("AWS::Lambda::Function", ["VpcConfig", "SubnetIds"], "the function", .private),
  ]
}
