import StrataModel

extension PolicyRule {
  private static let managedGroups = [
    "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet",
  ]

  static let webFirewall = PolicyRule(
    "R28", "waf", title: "Everything public on the web stands behind a firewall",
    why: "known attacks, and floods of requests, reach the application otherwise",
    remedy: "use WebFirewall, and name it as the distribution's WebACLId or in a WAFv2.WebACLAssociation",
    controls: [.pciDSS("6.4.2")]
  ) { context, assessment in
    for distribution in context.all("AWS::CloudFront::Distribution") {
      assessment.require(
        distribution.properties.value(at: "DistributionConfig", "WebACLId") != nil, of: distribution, at: "DistributionConfig",
        "the distribution has no web firewall")
    }
    for balancer in context.all("AWS::ElasticLoadBalancingV2::LoadBalancer") {
      guard balancer.properties["Scheme"]?.stringValue != "internal",
        balancer.properties["Type"]?.stringValue ?? "application" == "application"
      else { continue }
      assessment.require(
        !context.consumers(of: balancer, type: "AWS::WAFv2::WebACLAssociation", by: "ResourceArn").isEmpty, of: balancer,
        "the public load balancer has no web firewall")
    }
    for firewall in context.all("AWS::WAFv2::WebACL") { check(firewall, context, &assessment) }
  }

  private static func check(_ firewall: ResourceNode, _ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    let rules = firewall.properties["Rules"]?.elements ?? []
    let groups = rules.compactMap { $0.value(at: "Statement", "ManagedRuleGroupStatement", "Name")?.stringValue }
    let missing = managedGroups.filter { !groups.contains($0) }
    assessment.require(
      missing.isEmpty, of: firewall, at: "Rules", "the firewall lacks \(missing.joined(separator: ", "))",
      remedy: "add the managed rule groups")
    let limits = rules.compactMap { $0.value(at: "Statement", "RateBasedStatement", "Limit")?.wholeNumber }
    assessment.require(
      limits.contains { $0 <= 2_000 }, of: firewall, at: "Rules", "the firewall limits no address to 2000 requests in five minutes",
      remedy: "add a RateBasedStatement with a Limit of 2000 or less")
    assessment.require(
      !context.consumers(of: firewall, type: "AWS::WAFv2::LoggingConfiguration").isEmpty, of: firewall,
      "nobody can see what the firewall does, which logs nothing", remedy: "add a WAFv2.LoggingConfiguration")
    if firewall.properties["Scope"] == "CLOUDFRONT" {
      assessment.require(
        firewall.placement.region == "us-east-1", of: firewall, at: "Scope", "CloudFront takes firewalls of us-east-1 only",
        remedy: "say .placed(in: .usEast1)")
    }
  }
}
