import StrataModel

extension PolicyRule {
  private static let ports: [(number: Int, what: String)] = [
    (22, "SSH"), (3389, "remote desktops"), (3306, "MySQL"), (5432, "PostgreSQL"), (6379, "Redis and Valkey"),
  ]

  static let administrativePorts = PolicyRule(
    "R24", "no-admin-ports-open", title: "Nobody reaches a port for administration from the internet",
    why: "such ports are found within minutes, and tried with every password that ever leaked",
    remedy: "remove the rule, and use Session Manager",
    controls: [.pciDSS("1.3"), .soc2("CC6.6"), .awsFoundations("5.2")]
  ) { context, assessment in
    for group in context.all("AWS::EC2::SecurityGroup") { assessment.examine(group) }
    let usesSessions = context.all("AWS::SSM::Document").contains { $0.properties["DocumentType"] == "Session" }
    for rule in SecurityGroupRule.all(context) where rule.isIngress {
      if rule.isForAnyone {
        for port in ports where rule.covers(port.number) {
          assessment.report(
            rule.owner, at: rule.path, "port \(port.number), \(port.what), is open to the internet")
        }
      } else if usesSessions, let range = rule.ports, range.contains(22), range.count == 1 {
        assessment.report(
          rule.owner, at: rule.path, "port 22, SSH, is open although servers are reached by Session Manager",
          remedy: "remove the rule: Session Manager needs no open port")
      }
    }
  }
}
