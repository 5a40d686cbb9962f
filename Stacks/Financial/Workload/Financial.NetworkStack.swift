import Strata

extension Financial {
  /// The document's "Network Architecture", the same for "dev, test, prod" and for a second region.
  @Stack final class NetworkStack {
    let id: String
    let settings: Settings
    let site: Site

    // 4.7 "Defense-in-depth with three subnet tiers (public, private, restricted)"; 4.8 "Network ACLs for subnet-level security"
    lazy var network = ThreeTierNetwork(
      "network", name: site.prefix, range: site.range, zones: site.zones, serverPort: 8443, dataPorts: [5432, 6379],
      remote: settings.has(.transitGateway) ? [settings.onPremises.range] : [], isInspected: isInspected)

    // 4.14 Private ways to Systems Manager; 4.34 and to more of AWS.
    lazy var endpointGroup = EC2.SecurityGroup(
      "endpoints", groupDescription: "HTTPS from the private subnets to VPC endpoints", securityGroupEgress: [.nothing],
      securityGroupIngress: network.privateTier.blocks.map {
        .init(ipProtocol: "tcp", cidrIp: $0, description: "HTTPS from a private subnet", fromPort: 443, toPort: 443)
      }, vpcId: network)

    // Two endpoints of Network Firewall cost more than a workload under development: production has them.
    var isInspected: Bool { settings.has(.networkFirewall) && site.workload.isProduction && !site.isRecovery }

    var body: some Infrastructure {
      GatewayEndpoints(services: ["s3", "dynamodb"], vpc: network.vpc, tiers: [network.privateTier, network.restrictedTier])

      Output("vpc-id", network.vpc.vpcId)
    }
  }
}
