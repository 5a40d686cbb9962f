extension SerenitySources {
  static let network = #"""
    @Stack final class NetworkStack {
      let settings: Settings
      let range: CIDR = "10.0.0.0/16"

      lazy var vpc = EC2.VPC("main", cidrBlock: range, enableDnsHostnames: true, enableDnsSupport: true)
      lazy var publicSubnets = subnets("public", from: 1)
      lazy var privateSubnets = subnets("private", from: 11)
      lazy var databaseSubnets = subnets("database", from: 21)

      func subnets(_ tier: String, from first: Int) -> [EC2.Subnet] {
        settings.azs.enumerated().map { i, az in
          EC2.Subnet("\(tier)-\(i + 1)", vpcId: vpc, availabilityZone: az, cidrBlock: range.block(first + i, prefix: 24))
        }
      }

      var body: some Infrastructure {
        let gateway = EC2.InternetGateway("gateway")
        let attachment = EC2.VPCGatewayAttachment("gateway-attachment", vpcId: vpc, internetGatewayId: gateway)
        let publicRoutes = EC2.RouteTable("public", vpcId: vpc)
        EC2.Route("public-default", routeTableId: publicRoutes, destinationCidrBlock: .anywhere,
          gatewayId: gateway.internetGatewayId).after(attachment)
        let databaseRoutes = EC2.RouteTable("database", vpcId: vpc)
        let privateRoutes = privateSubnets.indices.map { EC2.RouteTable("private-\($0 + 1)", vpcId: vpc) }
        for i in settings.azs.indices {
          let address = EC2.EIP("nat-\(i + 1)", domain: "vpc").after(attachment)
          let nat = EC2.NatGateway("nat-\(i + 1)", allocationId: address.allocationId, subnetId: publicSubnets[i])
          EC2.Route("private-default-\(i + 1)", routeTableId: privateRoutes[i], destinationCidrBlock: .anywhere, natGatewayId: nat)
          EC2.SubnetRouteTableAssociation("public-\(i + 1)", routeTableId: publicRoutes, subnetId: publicSubnets[i])
          EC2.SubnetRouteTableAssociation("private-\(i + 1)", routeTableId: privateRoutes[i], subnetId: privateSubnets[i])
          EC2.SubnetRouteTableAssociation("database-\(i + 1)", routeTableId: databaseRoutes, subnetId: databaseSubnets[i])
        }

        AccessList("public", vpc: vpc, subnets: publicSubnets, inbound: [(.anywhere, 80...80), (.anywhere, 443...443), (.anywhere,
          1024...65535)])
        AccessList("private", vpc: vpc, subnets: privateSubnets, inbound: [(range, 443...443), (range, 3001...3001), (.anywhere,
          1024...65535)])
        AccessList("database", vpc: vpc, subnets: databaseSubnets, inbound: [11, 12].map { (range.block($0, prefix: 24),
          443...443) })

        let endpoints = EC2.SecurityGroup("endpoints", groupDescription: "HTTPS from the private subnets",
          securityGroupIngress: [11, 12].map { .init(ipProtocol: "tcp", cidrIp: range.block($0, prefix: 24), fromPort: 443,
            toPort: 443) }, vpcId: vpc)
        for service in ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "kms"] {
          EC2.VPCEndpoint(service.replacing(".", with: "-"), vpcId: vpc, privateDnsEnabled: true, securityGroupIds: [endpoints],
            serviceName: "com.amazonaws.us-east-1.\(service)", subnetIds: privateSubnets, vpcEndpointType: .interface)
        }
        for service in ["dynamodb", "s3"] {
          EC2.VPCEndpoint(service, vpcId: vpc, routeTableIds: privateRoutes + [databaseRoutes],
            serviceName: "com.amazonaws.us-east-1.\(service)", vpcEndpointType: .gateway)
        }
      }
    }
    """#
}
