import StrataModel

extension PriceTable {
  private static let vpc = "https://aws.amazon.com/vpc/pricing/"
  private static let transfer = "https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer"
  private static let balancing = "https://aws.amazon.com/elasticloadbalancing/pricing/"
  private static let privateLink = "https://aws.amazon.com/privatelink/pricing/"
  private static let transitGateway = "https://aws.amazon.com/transit-gateway/pricing/"
  private static let vpn = "https://aws.amazon.com/vpn/pricing/"
  private static let firewall = "https://aws.amazon.com/network-firewall/pricing/"
  private static let cloudFront = "https://aws.amazon.com/cloudfront/pricing/"
  private static let route53 = "https://aws.amazon.com/route53/pricing/"

  /// Networks, and what stands at their edges.
  static let networkPrices: [Price] = [
    Price("vpc.public-address", 0.005, "address-hour", effective: "2024-02", source: vpc),
    Price("vpc.nat-gateway", 0.045, "hour", source: vpc),
    Price("vpc.nat-gateway.data", 0.045, "GB", source: vpc),
    Price("vpc.transfer-out", 0.09, "GB", source: transfer),
    Price("vpc.endpoint", 0.01, "zone-hour", source: privateLink),
    Price("vpc.endpoint.data", 0.01, "GB", source: privateLink),
    Price("vpc.balancer-endpoint", 0.01, "zone-hour", source: privateLink),
    Price("vpc.balancer-endpoint.data", 0.0035, "GB", source: privateLink),
    Price("transit-gateway.attachment", 0.05, "hour", source: transitGateway),
    Price("transit-gateway.data", 0.02, "GB", source: transitGateway),
    Price("vpn.connection", 0.05, "hour", source: vpn),
    Price("network-firewall.endpoint", 0.395, "hour", source: firewall),
    Price("network-firewall.data", 0.065, "GB", source: firewall),
    Price("elb.application", 0.0225, "hour", source: balancing),
    Price("elb.application.unit", 0.008, "unit-hour", source: balancing),
    Price("elb.network", 0.0225, "hour", source: balancing),
    Price("elb.network.unit", 0.006, "unit-hour", source: balancing),
    Price("elb.gateway", 0.0125, "hour", source: balancing),
    Price("elb.gateway.unit", 0.004, "unit-hour", source: balancing),
    // Sent to viewers in North America and Europe; other continents cost more.
    Price("cloudfront.transfer", 0.085, "GB", in: [], source: cloudFront),
    Price("cloudfront.requests", 0.01, per: 10_000, "request", in: [], source: cloudFront),
    Price("route53.zone", 0.50, "zone-month", in: [], source: route53),
    Price("route53.queries", 0.40, per: 1_000_000, "query", in: [], source: route53),
    Price("route53.health-check.aws", 0.50, "check-month", in: [], source: route53),
    Price("route53.health-check.other", 0.75, "check-month", in: [], source: route53),
    Price("route53.health-check.aws.option", 1, "option-month", in: [], source: route53),
    Price("route53.health-check.other.option", 2, "option-month", in: [], source: route53),
  ]
}
