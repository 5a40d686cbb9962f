import Strata

extension KMSEverywhere {
  /// A place for the database: two subnets without a way to the internet.
  @Stack final class NetworkStack {
    let settings: Settings

    let range: CIDR = "10.4.0.0/16"

    lazy var vpc = EC2.VPC(
      "vpc", cidrBlock: range, enableDnsHostnames: true, enableDnsSupport: true, tags: ["Name": "\(settings.prefix)-vpc"])

    lazy var databaseTier = SubnetTier(
      "database", vpc: vpc, zones: settings.zones.map { "\(AWS.region)\($0)" },
      blocks: settings.zones.indices.map { range.block($0, prefix: 24) }, inbound: [.port(5432, range)], outbound: [.answers(range)])

    lazy var databaseGroup = EC2.SecurityGroup(
      "database", groupDescription: "PostgreSQL from within the VPC", securityGroupEgress: [.nothing],
      securityGroupIngress: [
        .init(ipProtocol: "tcp", cidrIp: range, description: "PostgreSQL from within the VPC", fromPort: 5432, toPort: 5432)
      ],
      vpcId: vpc)
  }
}
