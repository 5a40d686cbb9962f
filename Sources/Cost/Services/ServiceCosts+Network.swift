import StrataModel

extension ServiceCosts {
  /// Networks.
  static let network: [String: Estimate] = [
    "AWS::EC2::EIP": { costs in costs.addHours("public IPv4 address", "vpc.public-address") },
    "AWS::EC2::FlowLog": { costs in
      // What goes to CloudWatch Logs is charged at the log group.
      if costs["LogDestinationType"]?.stringValue == "s3" { costs.add("delivery to S3", "logs.delivered", .logsDelivered) }
    },
    "AWS::EC2::NatGateway": { costs in
      costs.addHours("NAT gateway", "vpc.nat-gateway")
      costs.add("processed data", "vpc.nat-gateway.data", .natData)
    },
    "AWS::EC2::TransitGatewayAttachment": addAttachment,
    "AWS::EC2::TransitGatewayVpcAttachment": addAttachment,
    "AWS::EC2::VPCEndpoint": { costs in
      let zones = Quantity(costs.elements("SubnetIds").count)
      switch costs["VpcEndpointType"]?.stringValue ?? "Gateway" {
      case "Interface":
        costs.addHours("interface endpoint", "vpc.endpoint", times: zones, because: "\(zones) zones")
        costs.add("processed data", "vpc.endpoint.data", .endpointData)
      case "GatewayLoadBalancer":
        costs.addHours("gateway load balancer endpoint", "vpc.balancer-endpoint", times: zones, because: "\(zones) zones")
        costs.add("processed data", "vpc.balancer-endpoint.data", .endpointData)
      // Gateway endpoints, for S3 and DynamoDB, are free.
      case "Gateway": break
      case let other: costs.leaveOut("no price of an endpoint of the kind \(other) is known")
      }
    },
    "AWS::EC2::VPNConnection": { costs in
      costs.addHours("VPN connection", "vpn.connection")
      if costs["TransitGatewayId"] != nil { addAttachment(&costs) }
    },
    "AWS::ElasticLoadBalancingV2::LoadBalancer": { costs in
      let kind = costs["Type"]?.stringValue ?? "application"
      let zones = max(costs.elements("Subnets").count, costs.elements("SubnetMappings").count)
      costs.addHours("\(kind) load balancer", "elb.\(kind)")
      costs.addHours("capacity units", "elb.\(kind).unit", times: costs.assume(.loadBalancerCapacityUnits))
      guard kind != "gateway", costs["Scheme"]?.stringValue != "internal" else { return }
      costs.addHours("public IPv4 addresses", "vpc.public-address", times: Quantity(zones), because: "\(zones) zones")
      costs.add("transfer to the internet", "vpc.transfer-out", .loadBalancerTransfer)
    },
    "AWS::NetworkFirewall::Firewall": { costs in
      let zones = Quantity(costs.elements("SubnetMappings").count)
      costs.addHours("firewall endpoint", "network-firewall.endpoint", times: zones, because: "\(zones) zones")
      costs.add("processed data", "network-firewall.data", .firewallData)
    },
  ]

  private static let addAttachment: Estimate = { costs in
    costs.addHours("transit gateway attachment", "transit-gateway.attachment")
    costs.add("processed data", "transit-gateway.data", .transitGatewayData)
  }

  /// What stands before the network.
  static let edge: [String: Estimate] = [
    "AWS::CloudFront::Distribution": { costs in
      costs.add("transfer to the internet", "cloudfront.transfer", .cloudFrontTransfer)
      costs.add("HTTPS requests", "cloudfront.requests", .cloudFrontRequests)
    },
    "AWS::Route53::HealthCheck": { costs in
      let config = costs["HealthCheckConfig"]
      let kind = config?["Type"]?.stringValue ?? ""
      // Checks of alarms and of other checks are sold as checks of AWS endpoints.
      let isOfAWS =
        kind == "CALCULATED" || kind == "CLOUDWATCH_METRIC" || costs.target(of: config?["FullyQualifiedDomainName"]) != nil
      let family = isOfAWS ? "route53.health-check.aws" : "route53.health-check.other"
      costs.add("health check", family, 1)
      let options = [
        kind.hasPrefix("HTTPS"), kind.hasSuffix("STR_MATCH"), config?["RequestInterval"]?.integerValue == 10,
        config?["MeasureLatency"]?.boolValue == true,
      ].count { $0 }
      costs.add(
        "options of the health check", family + ".option", Quantity(options), because: "HTTPS, string match, fast interval, latency")
    },
    "AWS::Route53::HostedZone": { costs in
      costs.add("hosted zone", "route53.zone", 1)
      // Private zones are charged by query as public ones are.
      costs.add("queries", "route53.queries", .route53Queries)
    },
    "AWS::WAFv2::WebACL": { costs in
      costs.add("web ACL", "waf.acl", 1)
      let rules = costs.elements("Rules").count
      costs.add("rules", "waf.rule", Quantity(rules))
      costs.add("requests", "waf.requests", .wafRequests)
    },
  ]
}
