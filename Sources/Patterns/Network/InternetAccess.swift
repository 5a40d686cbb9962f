public import StrataAWS
public import StrataLanguage

/// The way to and from the internet: a gateway for the public tier, and a NAT gateway in each zone for a private one.
///
/// Creates an `EC2.InternetGateway` with its attachment and the public default route; for each zone an `EC2.EIP`, an `EC2.NatGateway` and
/// the private default route. A gateway in each zone keeps a zone's failure from cutting off the others; each costs about $33 a month
/// before traffic.
@Component
public final class InternetAccess {
  public let id: String
  let vpc: EC2.VPC
  let publicTier: SubnetTier
  let privateTier: SubnetTier
  /// Whether the public tier's default route leads to the gateway; without it, the caller leads traffic through a firewall first.
  var hasPublicRoutes = true

  public lazy var gateway = EC2.InternetGateway("gateway")
  public lazy var attachment = EC2.VPCGatewayAttachment("attachment", vpcId: vpc, internetGatewayId: gateway)

  public lazy var natGateways = publicTier.subnets.enumerated().map { index, subnet in
    let address = EC2.EIP("address-\(index + 1)", domain: "vpc").after(attachment)
    return EC2.NatGateway("nat-\(index + 1)", allocationId: address, subnetId: subnet)
  }

  /// The default routes of the private tier; a task that starts before them cannot pull its image.
  public lazy var privateRoutes = zip(natGateways, privateTier.routeTables).enumerated().map { index, route in
    EC2.Route("private-\(index + 1)", routeTableId: route.1, destinationCidrBlock: .anywhere, natGatewayId: route.0)
  }

  public var body: some Infrastructure {
    for (index, table) in (hasPublicRoutes ? publicTier.routeTables : []).enumerated() {
      EC2.Route("public-\(index + 1)", routeTableId: table, destinationCidrBlock: .anywhere, gatewayId: gateway.internetGatewayId)
        .after(attachment)
    }
  }
}
