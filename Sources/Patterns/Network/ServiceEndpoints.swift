public import StrataAWS
public import StrataLanguage

/// Private ways to AWS services, so that traffic to them does not leave the network.
///
/// Creates an interface `EC2.VPCEndpoint` with private DNS for each service; each costs about $7.30 a month and zone. For S3 and DynamoDB
/// prefer ``GatewayEndpoints``, which cost nothing.
@Component
public struct ServiceEndpoints {
  let services: [String]
  let tier: SubnetTier
  let group: EC2.SecurityGroup
  /// DynamoDB's interface endpoints have no private DNS beside a gateway endpoint in the same network.
  var hasPrivateDNS = true

  public var body: some Infrastructure {
    for service in services {
      EC2.VPCEndpoint(
        "\(service.replacing(".", with: "-"))-interface", vpcId: tier.vpc, privateDnsEnabled: hasPrivateDNS, securityGroupIds: [group],
        serviceName: "com.amazonaws.\(AWS.region).\(service)", subnetIds: tier.subnets, vpcEndpointType: .interface)
    }
  }
}
