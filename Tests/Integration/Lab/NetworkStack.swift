import Strata

/// A network and what leads out of it.
@Stack final class NetworkStack {
  let variant: Variant
  let identity: IdentityStack
  let storage: StorageStack

  lazy var vpc = EC2.VPC("vpc", cidrBlock: "10.0.0.0/16", enableDnsHostnames: variant.changed(false, true), enableDnsSupport: true)

  lazy var first = EC2.Subnet(
    "first", vpcId: vpc, availabilityZone: "us-east-1a", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: variant.changed(false, true))
  lazy var second = EC2.Subnet("second", vpcId: vpc, availabilityZone: "us-east-1b", cidrBlock: "10.0.2.0/24")
  // A subnet of another range: its network interfaces and associations follow.
  lazy var third = EC2.Subnet(
    "third", vpcId: vpc, availabilityZone: "us-east-1a", cidrBlock: variant.replaced("10.0.3.0/24", "10.0.4.0/24"))

  lazy var gateway = EC2.InternetGateway("gateway")
  lazy var attachment = EC2.VPCGatewayAttachment("attachment", vpcId: vpc, internetGatewayId: gateway)
  lazy var address = EC2.EIP("address", domain: "vpc")
  // moto does not release the address of a gateway that is gone, so there can be no other one.
  lazy var nat = EC2.NatGateway("nat", allocationId: address, subnetId: first)

  lazy var publicRoutes = EC2.RouteTable("public", vpcId: vpc)
  lazy var privateRoutes = EC2.RouteTable("private", vpcId: vpc)
  lazy var edgeRoutes = EC2.RouteTable("edge", vpcId: vpc)

  lazy var list = EC2.NetworkAcl("list", vpcId: vpc)

  lazy var web = EC2.SecurityGroup(
    "web", groupDescription: "Web", securityGroupEgress: [.init(ipProtocol: "-1", cidrIp: .anywhere)],
    securityGroupIngress: variant.changed([tcp(80, "HTTP"), tcp(443, "HTTPS")], [tcp(443, "HTTPS only"), tcp(8443, "Administration")]),
    vpcId: vpc)
  // A description cannot be changed; what refers to the group follows its replacement.
  lazy var data = EC2.SecurityGroup("data", groupDescription: variant.replaced("Data", "All data"), vpcId: vpc)

  // moto cannot delete an endpoint that was given another route table.
  lazy var endpoint = EC2.VPCEndpoint(
    "s3", vpcId: vpc,
    policyDocument: .policy { Allow(variant.changed("s3:GetObject", "s3:*"), on: "*").to(.anyone) },
    routeTableIds: [privateRoutes], serviceName: "com.amazonaws.us-east-1.s3",
    vpcEndpointType: .gateway)

  var body: some Infrastructure {
    EC2.Route(
      "to-internet", routeTableId: publicRoutes, destinationCidrBlock: .anywhere, gatewayId: gateway.internetGatewayId
    ).after(attachment)
    EC2.Route(
      "to-nat", routeTableId: privateRoutes, destinationCidrBlock: variant.replaced("0.0.0.0/0", "192.168.0.0/16"), natGatewayId: nat)
    EC2.SubnetRouteTableAssociation("first-routes", routeTableId: publicRoutes, subnetId: first)
    EC2.SubnetRouteTableAssociation("third-routes", routeTableId: privateRoutes, subnetId: third)
    EC2.GatewayRouteTableAssociation(
      "gateway-routes", gatewayId: gateway.internetGatewayId, routeTableId: variant.changed(edgeRoutes, publicRoutes)
    )
    .after(attachment)

    EC2.NetworkAclEntry(
      "web-in", networkAclId: list, protocol: 6, ruleAction: variant.changed("allow", "deny"), ruleNumber: 100,
      cidrBlock: variant.changed("0.0.0.0/0", "10.0.0.0/8"), egress: false,
      portRange: .init(from: 443, to: variant.changed(443, 444)))
    EC2.NetworkAclEntry(
      "all-out", networkAclId: list, protocol: -1, ruleAction: "allow", ruleNumber: variant.replaced(100, 200), cidrBlock: "0.0.0.0/0",
      egress: true)
    EC2.SubnetNetworkAclAssociation("second-list", networkAclId: list, subnetId: second)

    EC2.SecurityGroupIngress(
      "data-from-web", ipProtocol: "tcp", description: variant.changed("The database", "The database from the web"), fromPort: 5432,
      groupId: data, sourceSecurityGroupId: web, toPort: 5432)
    EC2.SecurityGroupEgress(
      "data-out", groupId: data, ipProtocol: "tcp", cidrIp: "10.0.0.0/16", description: "Inside", fromPort: variant.replaced(443, 8443),
      toPort: variant.replaced(443, 8443))

    EC2.FlowLog(
      "traffic", resourceId: vpc.vpcId, resourceType: .vpc,
      logDestination: variant.replaced(storage.logs.arn, storage.site.arn), logDestinationType: .s3,
      trafficType: variant.replaced(.all, .reject))

    EC2.VPCEndpoint(
      "kms", vpcId: vpc, privateDnsEnabled: false, securityGroupIds: variant.changed([web], [web, data]),
      serviceName: "com.amazonaws.us-east-1.kms", subnetIds: variant.changed([first], [first, second]), vpcEndpointType: .interface)
  }

  private func tcp(_ port: Int, _ description: String) -> EC2.SecurityGroup.Ingress {
    .init(ipProtocol: "tcp", cidrIp: .anywhere, description: description, fromPort: port, toPort: port)
  }
}
