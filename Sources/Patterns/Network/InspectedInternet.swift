public import StrataAWS
public import StrataLanguage

/// A network firewall on the way between the public tier and the internet, in both directions.
///
/// Creates a `NetworkFirewall.RuleGroup` and `FirewallPolicy`, a tier of firewall subnets, a `NetworkFirewall.Firewall` for each zone with its log,
/// and the routes that lead all traffic through it: from the public subnets, back to them, and on to the internet gateway. The rules let servers
/// open TLS connections to `allowedDomains` and to AWS, and refuse everything else that they begin themselves.
///
/// One firewall for each zone, because the endpoints of a firewall over several zones come in no certain order, and a route wants that of its own
/// zone; an endpoint costs the same either way. The network has to be made with `isInspected: true`.
@Component
public final class InspectedInternet {
  public let id: String
  let name: String
  let network: ThreeTierNetwork
  let key: any StrataLanguage.Reference<KMS.Key>
  let logGroup: String
  let allowedDomains: [String]

  public lazy var tier = SubnetTier(
    "firewall", vpc: network.vpc, zones: network.zones, blocks: network.blocks(from: 31), hasRoutesPerZone: true,
    inbound: [.everything(.anywhere)], outbound: [.everything(.anywhere)])

  public lazy var rules = NetworkFirewall.RuleGroup(
    "rules", capacity: 100, ruleGroupName: name, type: .stateful,
    ruleGroup: .init(
      rulesSource: .init(
        rulesSourceList: .init(
          generatedRulesType: .allowlist, targetTypes: [.tlsSni, .httpHost], targets: allowedDomains + [".amazonaws.com"])),
      ruleVariables: .init(ipSets: ["HOME_NET": .init(definition: ["\(network.range)"])])))

  public lazy var policy = NetworkFirewall.FirewallPolicy(
    "policy",
    firewallPolicy: .init(
      statelessDefaultActions: ["aws:forward_to_sfe"], statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
      statefulRuleGroupReferences: [.init(resourceArn: rules.ruleGroupArn)]), firewallPolicyName: name)

  public lazy var logs = EncryptedLogGroup("logs", name: logGroup, key: key, retention: .years(1))

  public lazy var firewalls = tier.subnets.enumerated().map { index, subnet in
    NetworkFirewall.Firewall(
      "firewall-\(index + 1)", firewallName: "\(name)-\(index + 1)", firewallPolicyArn: policy, deleteProtection: true,
      firewallPolicyChangeProtection: true, subnetChangeProtection: true, subnetMappings: [.init(subnetId: subnet)], vpcId: network.vpc)
  }

  /// The way back from the internet gateway, which goes through the firewall too.
  public lazy var edge = EC2.RouteTable("edge", vpcId: network.vpc)

  public var body: some Infrastructure {
    EC2.GatewayRouteTableAssociation("edge-of-gateway", gatewayId: network.internet.gateway.internetGatewayId, routeTableId: edge)
      .after(network.internet.attachment)
    for (index, firewall) in firewalls.enumerated() {
      // Each firewall has one endpoint, told as "zone:endpoint".
      let endpoint = firewall.endpointIds.select(0).split(separator: ":").select(1)
      NetworkFirewall.LoggingConfiguration(
        "logging-\(index + 1)", firewallArn: firewall,
        loggingConfiguration: .init(
          logDestinationConfigs: ["ALERT", "FLOW"].map {
            .init(logDestination: ["logGroup": logs.groupName], logDestinationType: .cloudWatchLogs, logType: "\($0)")
          }))
      EC2.Route(
        "public-\(index + 1)", routeTableId: network.publicTier.routeTables[index], destinationCidrBlock: .anywhere,
        vpcEndpointId: .existing(endpoint))
      EC2.Route(
        "internet-\(index + 1)", routeTableId: tier.routeTables[index], destinationCidrBlock: .anywhere,
        gatewayId: network.internet.gateway.internetGatewayId
      ).after(network.internet.attachment)
      EC2.Route(
        "back-\(index + 1)", routeTableId: edge, destinationCidrBlock: network.publicTier.blocks[index], vpcEndpointId: .existing(endpoint))
    }
  }
}
