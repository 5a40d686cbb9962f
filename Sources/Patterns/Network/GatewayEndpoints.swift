public import StrataAWS
public import StrataLanguage

/// Free private ways to S3 and DynamoDB: entries in the route tables of tiers.
///
/// Creates a gateway `EC2.VPCEndpoint` for each service. A gateway endpoint lives in route tables, not in subnets.
@Component
public struct GatewayEndpoints {
  let services: [String]
  let vpc: EC2.VPC
  let tiers: [SubnetTier]

  public var body: some Infrastructure {
    for service in services {
      EC2.VPCEndpoint(
        "\(service)-gateway", vpcId: vpc, routeTableIds: tiers.flatMap(\.routeTables),
        serviceName: "com.amazonaws.\(AWS.region).\(service)", vpcEndpointType: .gateway)
    }
  }
}
