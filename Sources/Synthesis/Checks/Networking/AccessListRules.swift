import StrataLanguage
import StrataModel

/// Numbers and counts of the rules of network ACLs and security groups.
struct AccessListRules: GraphCheck {
  let types = [
    "AWS::EC2::NetworkAclEntry", "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress",
  ]
  let source = """
    Amazon VPC user guide, "Amazon VPC quotas": 20 rules per direction of a network ACL (at most 40), 60 per direction of a security group \
    (at most 1,000); EC2 API reference, CreateNetworkAclEntry: rule numbers 1 to 32766
    """

  private struct Direction: Hashable {
    var owner: Int
    var isEgress: Bool
  }

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var entries: [Direction: Int] = [:]
    for index in program.indices(of: "AWS::EC2::NetworkAclEntry") {
      let entry = program.resources[index]
      if let number = entry.properties["RuleNumber"]?.wholeNumber, !(1...32_766).contains(number) {
        report.error(
          "rule-number-out-of-range", "RuleNumber must be in 1...32766, not \(number)", at: entry, path: "RuleNumber")
      }
      if let list = program.target(of: entry.properties["NetworkAclId"]) {
        entries[Direction(owner: list, isEgress: entry.properties["Egress"]?.isTrue == true), default: 0] += 1
      }
    }
    judge(entries, usual: 20, most: 40, "network ACL", program, &report)

    var rules: [Direction: Int] = [:]
    for index in program.indices(of: "AWS::EC2::SecurityGroup") {
      let properties = program.resources[index].properties
      rules[Direction(owner: index, isEgress: false), default: 0] += properties["SecurityGroupIngress"]?.elements.count ?? 0
      rules[Direction(owner: index, isEgress: true), default: 0] += properties["SecurityGroupEgress"]?.elements.count ?? 0
    }
    for (type, isEgress) in [("AWS::EC2::SecurityGroupIngress", false), ("AWS::EC2::SecurityGroupEgress", true)] {
      for index in program.indices(of: type) {
        if let group = program.target(of: program.resources[index].properties["GroupId"]) {
          rules[Direction(owner: group, isEgress: isEgress), default: 0] += 1
        }
      }
    }
    judge(rules, usual: 60, most: 1_000, "security group", program, &report)
  }

  private func judge(
    _ counts: [Direction: Int], usual: Int, most: Int, _ owner: String, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    for (direction, count) in counts where count > usual {
      let side = direction.isEgress ? "outbound" : "inbound"
      let resource = program.resources[direction.owner]
      let message = "'\(resource.address)' has \(count) \(side) rules; a \(owner) takes \(count > most ? most : usual)"
      if count > most {
        report.error("too-many-rules", message, remedy: "join ranges, or use a prefix list", at: resource)
      } else {
        report.warning(
          "too-many-rules", message + " unless the quota is raised", remedy: "join ranges, or have the quota raised first", at: resource)
      }
    }
  }
}
