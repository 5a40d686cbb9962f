import Strata

/// Transit gateways, connections to other networks, and shares.
@Stack final class TransitStack {
  let variant: Variant
  let network: NetworkStack

  lazy var transit = EC2.TransitGateway(
    "transit", autoAcceptSharedAttachments: variant.changed("disable", "enable"), defaultRouteTableAssociation: "disable",
    defaultRouteTablePropagation: "disable", description: variant.changed("Between networks", "Between all networks"))

  lazy var attachment = EC2.TransitGatewayVpcAttachment(
    "attachment", subnetIds: [network.first], transitGatewayId: transit, vpcId: network.vpc,
    options: .init(dnsSupport: variant.changed(.enable, .disable)))

  lazy var routes = EC2.TransitGatewayRouteTable("routes", transitGatewayId: transit)

  // moto cannot modify a connection, so its gateway stays.
  lazy var office = EC2.CustomerGateway(
    "office", ipAddress: "198.51.100.1", type: "ipsec.1", bgpAsn: 65000)

  var body: some Infrastructure {
    // moto cannot modify a connection.
    EC2.VPNConnection("to-office", customerGatewayId: office, type: "ipsec.1", transitGatewayId: transit)
  }
}
