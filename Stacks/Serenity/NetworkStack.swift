import Strata

/// The guide's `SerenityVpcStack`: "Network Infrastructure (VPC)".
@Stack final class NetworkStack {
  let settings: Serenity.Settings

  // 3.1 "CIDR: 10.0.0.0/16"
  let range: CIDR = "10.0.0.0/16"

  // 3.1 "DNS hostnames and resolution enabled"
  lazy var vpc = EC2.VPC(
    "vpc", cidrBlock: range, enableDnsHostnames: true, enableDnsSupport: true, tags: ["Name": "\(settings.prefix)-vpc"])

  // 3.2 "Public Subnets (10.0.1.0/24, 10.0.2.0/24): ALB, NAT Gateways"; 3.47 "NACLs for additional network layer security"
  lazy var publicTier = SubnetTier(
    "public", vpc: vpc, zones: zones, blocks: blocks(from: 1),
    inbound: [.port(80, .anywhere), .port(443, .anywhere), .answers(.anywhere)],
    outbound: [.port(80, .anywhere), .port(443, .anywhere), .answers(.anywhere)])

  // 3.2 "Private Subnets (10.0.11.0/24, 10.0.12.0/24): ECS Fargate services"
  lazy var privateTier = SubnetTier(
    "private", vpc: vpc, zones: zones, blocks: blocks(from: 11), hasRoutesPerZone: true,
    inbound: publicTier.blocks.map { .port(3001, $0) } + blocks(from: 11).map { .port(443, $0) } + [.answers(.anywhere)],
    outbound: [.port(443, .anywhere), .answers(range)])

  // 3.2, 3.4 "Database Subnets (10.0.21.0/24, 10.0.22.0/24): DynamoDB VPC endpoints"
  lazy var databaseTier = SubnetTier(
    "database", vpc: vpc, zones: zones, blocks: blocks(from: 21), inbound: privateTier.blocks.map { .port(443, $0) },
    outbound: privateTier.blocks.map { .answers($0) })

  // 3.3 "ALB, NAT Gateways" in each public subnet
  lazy var internet = InternetAccess("internet", vpc: vpc, publicTier: publicTier, privateTier: privateTier)

  // 3.7 "VPC Endpoints-SG: Port 443 from Private Subnets"
  lazy var endpointGroup = EC2.SecurityGroup(
    "endpoints", groupDescription: "HTTPS from the private subnets to VPC endpoints",
    securityGroupEgress: [.nothing],
    securityGroupIngress: privateTier.blocks.map {
      .init(ipProtocol: "tcp", cidrIp: $0, description: "HTTPS from a private subnet", fromPort: 443, toPort: 443)
    }, vpcId: vpc)

  var body: some Infrastructure {
    // 3.46 "VPC endpoints for AWS service communication"
    ServiceEndpoints(
      services: ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "kms"], tier: privateTier, group: endpointGroup)
    // 3.4 A gateway endpoint lives in route tables and DynamoDB never in a subnet, so the database subnets get an interface endpoint beside
    // it.
    ServiceEndpoints(services: ["dynamodb"], tier: databaseTier, group: endpointGroup, hasPrivateDNS: false)
    GatewayEndpoints(services: ["dynamodb", "s3"], vpc: vpc, tiers: [privateTier, databaseTier])

    Output("vpc-id", vpc.vpcId)
  }

  private var zones: [String] { settings.zones.map { "\(AWS.region)\($0)" } }

  private func blocks(from first: Int) -> [CIDR] { settings.zones.indices.map { range.block(first + $0, prefix: 24) } }
}
