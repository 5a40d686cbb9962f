import StrataLanguage
import StrataModel

/// Load balancers and subnet groups that must span two availability zones do so, within one VPC.
struct AvailabilityZones: GraphCheck {
  let types = ["AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::RDS::DBSubnetGroup"]
  let source = """
    Elastic Load Balancing user guide, "Subnets for your load balancer" (Application Load Balancers: two zones, one subnet each); \
    RDS user guide, "Working with DB subnet groups"
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::ElasticLoadBalancingV2::LoadBalancer") {
      let balancer = program.resources[index]
      let type = balancer.properties["Type"]?.stringValue ?? "application"
      check(index, "Subnets", isSpread: type == "application", "an Application Load Balancer", program, &report)
    }
    for index in program.indices(of: "AWS::RDS::DBSubnetGroup") {
      check(index, "SubnetIds", isSpread: true, "a DB subnet group", program, &report)
    }
  }

  private func check(
    _ index: Int, _ property: String, isSpread: Bool, _ owner: String, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    let resource = program.resources[index]
    guard let elements = resource.properties[property]?.arrayValue else { return }
    let subnets = elements.map { program.target(of: $0, type: "AWS::EC2::Subnet") }
    let known = subnets.compactMap { $0 }
    let networks = Set(known.compactMap { program.target(of: program.resources[$0].properties["VpcId"]) })
    if networks.count > 1 {
      report.error(
        "subnets-of-several-vpcs", "\(property) has subnets of \(networks.count) VPCs; \(owner) lives in one", at: resource,
        path: PropertyPath(property))
    }
    guard isSpread, known.count == elements.count else { return }
    let zones = known.map { program.resources[$0].properties["AvailabilityZone"] ?? program.resources[$0].properties["AvailabilityZoneId"] }
    let texts = zones.compactMap { $0 }
    guard texts.count == known.count else { return }
    if Set(texts).count < 2 {
      report.error(
        "single-availability-zone",
        "\(property) lies in \(texts.first.flatMap(\.stringValue) ?? "one availability zone") alone; \(owner) needs two availability zones",
        remedy: "add a subnet of another availability zone", at: resource, path: PropertyPath(property),
        notes: known.map { Diagnostic.Note("'\(program.resources[$0].address)' is declared here", at: program.resources[$0].source) })
    }
  }
}
