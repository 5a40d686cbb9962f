import Strata

extension Financial {
  /// 4.33 "Transit Gateway: For simplified connectivity between VPCs and on-premises networks".
  ///
  /// Workloads reach the premises and never each other. Sharing with the organization is switched on by an action of the
  /// organization's stack. The VPN's own attachment is no attribute of the connection: the first deployment makes the VPN, and with the
  /// attachment's id in the settings, the second leads traffic through it.
  @Stack final class TransitStack {
    let settings: Settings
    let organization: OrganizationStack
    let networks: [NetworkStack]

    lazy var gateway = EC2.TransitGateway(
      "gateway", amazonSideAsn: 64_512, autoAcceptSharedAttachments: "enable", defaultRouteTableAssociation: "disable",
      defaultRouteTablePropagation: "disable", description: "Workloads and premises", dnsSupport: "enable", vpnEcmpSupport: "enable")

    lazy var share = RAM.ResourceShare(
      "share", name: "financial-transit", allowExternalPrincipals: false, principals: [organization.organization.arn],
      resourceArns: ["arn:\(AWS.partition):ec2:\(AWS.region):\(AWS.accountId):transit-gateway/\(gateway.id)"]
    ).after(organization.sharing)

    lazy var workloadRoutes = EC2.TransitGatewayRouteTable("workload-routes", transitGatewayId: gateway, tags: ["Name": "workloads"])
    lazy var premisesRoutes = EC2.TransitGatewayRouteTable("premises-routes", transitGatewayId: gateway, tags: ["Name": "premises"])

    lazy var premises = EC2.CustomerGateway(
      "premises", ipAddress: settings.onPremises.address, type: "ipsec.1", bgpAsn: settings.onPremises.number)

    var body: some Infrastructure {
      EC2.VPNConnection("vpn", customerGatewayId: premises, type: "ipsec.1", staticRoutesOnly: false, transitGatewayId: gateway)
      if let attachment = settings.onPremises.attachment {
        EC2.TransitGatewayRouteTableAssociation(
          "association-premises", transitGatewayAttachmentId: attachment, transitGatewayRouteTableId: premisesRoutes)
        EC2.TransitGatewayRouteTablePropagation(
          "propagation-premises", transitGatewayAttachmentId: attachment, transitGatewayRouteTableId: workloadRoutes)
      }
      // Whatever a workload addresses to another one ends here.
      EC2.TransitGatewayRoute(
        "isolation", destinationCidrBlock: "10.0.0.0/8", transitGatewayRouteTableId: workloadRoutes, blackhole: true)

      for network in networks {
        let attachment = EC2.TransitGatewayVpcAttachment(
          "attachment-\(network.site.id)", subnetIds: network.network.privateTier.subnets, transitGatewayId: gateway,
          vpcId: network.network, tags: ["Name": "\(network.site.prefix)"]
        ).placed(in: network.site.workload.account).after(share)
        attachment
        EC2.TransitGatewayRouteTableAssociation(
          "association-\(network.site.id)", transitGatewayAttachmentId: attachment.id, transitGatewayRouteTableId: workloadRoutes
        )
        EC2.TransitGatewayRouteTablePropagation(
          "propagation-\(network.site.id)", transitGatewayAttachmentId: attachment.id, transitGatewayRouteTableId: premisesRoutes
        )
        for (index, table) in network.network.privateTier.routeTables.enumerated() {
          EC2.Route(
            "route-\(network.site.id)-\(index + 1)", routeTableId: table, destinationCidrBlock: settings.onPremises.range,
            transitGatewayId: gateway
          ).placed(in: network.site.workload.account).after(attachment)
        }
      }
    }
  }
}
