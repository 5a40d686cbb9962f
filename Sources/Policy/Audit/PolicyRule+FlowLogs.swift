import StrataModel

extension PolicyRule {
  static let flowLogs = PolicyRule(
    "R21", "flow-logs", title: "Every network logs its traffic",
    why: "without flow logs nobody can tell where data went",
    remedy: "add an EC2.FlowLog of TrafficType ALL, as FlowLogs does",
    controls: [.pciDSS("10.2"), .hipaa("164.312(b)"), .awsFoundations("3.7")]
  ) { context, assessment in
    for network in context.all("AWS::EC2::VPC") {
      let kinds = context.consumers(of: network, type: "AWS::EC2::FlowLog", by: "ResourceId")
        .map { $0.properties["TrafficType"]?.stringValue ?? "ALL" }
      assessment.require(
        kinds.contains("ALL") || kinds.contains("REJECT") && kinds.contains("ACCEPT"), of: network,
        kinds.isEmpty ? "the network logs no traffic" : "the network logs a part of its traffic only: \(kinds.joined(separator: ", "))")
    }
  }
}
