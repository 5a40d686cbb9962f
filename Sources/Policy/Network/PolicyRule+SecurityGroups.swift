import StrataModel

extension PolicyRule {
  static let securityGroups = PolicyRule(
    "R25", "sg-least-privilege", title: "Security groups open what is needed, to whom needs it, and say why",
    why: "a rule that nobody can explain is one that nobody dares to remove",
    remedy: "name the security group that may come in, and describe the rule",
    controls: [.hipaa("164.312(a)(1)"), .hipaa("164.312(e)(1)")]
  ) { context, assessment in
    for group in context.all("AWS::EC2::SecurityGroup") {
      assessment.require(
        group.properties["GroupDescription"]?.stringValue?.isEmpty != true, of: group, at: "GroupDescription",
        "the security group has no description")
      assessment.require(
        group.properties["SecurityGroupEgress"] != nil, of: group, at: "SecurityGroupEgress",
        "the security group lets everything out, because it does not say what may go out",
        remedy: "set SecurityGroupEgress; one rule for an unused address means nothing")
    }
    for rule in SecurityGroupRule.all(context) {
      assessment.require(
        rule.description?.isEmpty == false, of: rule.owner, at: rule.path, "a rule of the security group has no description",
        remedy: "say what the rule is for in Description")
      guard rule.isForAnyone else { continue }
      if rule.isIngress {
        let isOfBalancer = rule.group.map { isOfPublicBalancer($0, context) } ?? false
        let isForWeb = rule.ports == 80...80 || rule.ports == 443...443
        assessment.require(
          isOfBalancer && isForWeb, of: rule.owner, at: rule.path,
          "the internet is let in \(isOfBalancer ? "by another port than 80 and 443" : "to what is no public load balancer")",
          remedy: "let in the load balancer's security group only")
      } else {
        assessment.require(
          rule.ports != nil, of: rule.owner, at: rule.path, "everything may go out to everywhere",
          remedy: "name the port and the range or security group")
      }
    }
  }

  private static func isOfPublicBalancer(_ group: ResourceNode, _ context: PolicyContext) -> Bool {
    context.consumers(of: group, type: "AWS::ElasticLoadBalancingV2::LoadBalancer").contains {
      $0.properties["Scheme"]?.stringValue != "internal"
    }
  }
}
