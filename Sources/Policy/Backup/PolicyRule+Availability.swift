import StrataModel

extension PolicyRule {
  static let availability = PolicyRule(
    "R37", "ha", title: "The loss of a zone takes nothing down",
    why: "a zone fails as a whole, and with it everything that is only there",
    remedy: "spread it over two zones", controls: [.soc2("A1.1"), .hipaa("164.308(a)(7)(ii)(C)")]
  ) { context, assessment in
    for database in context.all("AWS::RDS::DBInstance") where context.isProduction(database) {
      // A replica is itself what another instance falls back on.
      let isReplica = database.properties["SourceDBInstanceIdentifier"] != nil || database.properties["DBClusterIdentifier"] != nil
      assessment.require(
        isReplica || database.properties["MultiAZ"]?.isTrue == true, of: database, at: "MultiAZ", "production's database is in one zone",
        remedy: "set MultiAZ to true")
    }
    for cache in context.all("AWS::ElastiCache::ReplicationGroup") where context.isProduction(cache) {
      assessment.require(
        cache.properties["MultiAZEnabled"]?.isTrue == true && cache.properties["AutomaticFailoverEnabled"]?.isTrue == true, of: cache,
        at: "MultiAZEnabled", "production's cache is in one zone", remedy: "set MultiAZEnabled and AutomaticFailoverEnabled to true")
    }
    for (type, path) in [
      ("AWS::ElasticLoadBalancingV2::LoadBalancer", ["Subnets"]), ("AWS::AutoScaling::AutoScalingGroup", ["VPCZoneIdentifier"]),
      ("AWS::ECS::Service", ["NetworkConfiguration", "AwsvpcConfiguration", "Subnets"]),
    ] {
      for node in context.all(ofType: type) {
        var value: PropertyValue? = .object(node.properties)
        for key in path { value = value?[key] }
        let zones = Set(
          context.targets(in: value).filter { $0.type == "AWS::EC2::Subnet" }.map { $0.properties["AvailabilityZone"]?.shownText ?? "" })
        assessment.require(
          zones.count != 1, of: node, at: PropertyPath(path.map { .key($0) }), "everything is in the zone \(zones.first ?? "")")
      }
    }
    checkGateways(context, &assessment)
    checkCounts(context, &assessment)
  }

  /// Servers of a zone go out through a gateway of their own zone.
  private static func checkGateways(_ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    for subnet in context.all("AWS::EC2::Subnet") {
      for route in context.routes(of: subnet) where PolicyContext.isDefault(route) {
        guard let gateway = context.target(of: route.properties["NatGatewayId"]),
          let own = context.target(of: gateway.properties["SubnetId"])
        else { continue }
        assessment.require(
          own.properties["AvailabilityZone"] == subnet.properties["AvailabilityZone"], of: route, at: "NatGatewayId",
          "the subnet '\(subnet.address)' goes out through the NAT gateway of another zone", remedy: "make a NAT gateway in each zone")
      }
    }
  }

  private static func checkCounts(_ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    for (type, properties) in [
      ("AWS::ECS::Service", ["DesiredCount"]), ("AWS::AutoScaling::AutoScalingGroup", ["DesiredCapacity", "MinSize"]),
    ] {
      for node in context.all(ofType: type) {
        guard let property = properties.first(where: { node.properties[$0] != nil }), let count = node.properties[property]?.wholeNumber
        else {
          continue
        }
        let least = context.isProduction(node) ? 3 : 2
        assessment.require(
          count >= least, of: node, at: PropertyPath(property), "\(count == 1 ? "one server runs" : "\(count) servers run"), of \(least)",
          remedy: "set \(property) to \(least) or more")
      }
    }
  }
}
