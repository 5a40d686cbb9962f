import StrataModel

/// A rule of a security group, written in the group or as a resource of its own.
struct SecurityGroupRule {
  /// The resource that the rule is written in.
  let owner: ResourceNode
  let path: PropertyPath?

  /// The group that the rule belongs to, if the program declares it.
  let group: ResourceNode?
  let isIngress: Bool

  /// The ranges that the rule opens to: both kinds, as they are written.
  let ranges: [String]

  /// The first and last port; `nil` for all.
  let ports: ClosedRange<Int>?
  let description: String?

  /// Whether the rule opens to the whole internet.
  var isForAnyone: Bool { ranges.contains { $0 == "0.0.0.0/0" || $0 == "::/0" } }

  /// Whether a port lies within the rule.
  func covers(_ port: Int) -> Bool { ports?.contains(port) ?? true }

  /// All rules of all groups.
  static func all(_ context: PolicyContext) -> [SecurityGroupRule] {
    var rules: [SecurityGroupRule] = []
    for group in context.all("AWS::EC2::SecurityGroup") {
      for (property, isIngress) in [("SecurityGroupIngress", true), ("SecurityGroupEgress", false)] {
        for (index, rule) in (group.properties[property]?.elements ?? []).enumerated() {
          rules.append(
            SecurityGroupRule(rule, group, PropertyPath(property).appending(index: index), group: group, isIngress: isIngress))
        }
      }
    }
    for (type, isIngress) in [("AWS::EC2::SecurityGroupIngress", true), ("AWS::EC2::SecurityGroupEgress", false)] {
      for node in context.all(ofType: type) {
        let group = context.target(of: node.properties["GroupId"], type: "AWS::EC2::SecurityGroup")
        rules.append(SecurityGroupRule(.object(node.properties), node, nil, group: group, isIngress: isIngress))
      }
    }
    return rules
  }

  private init(_ rule: PropertyValue, _ owner: ResourceNode, _ path: PropertyPath?, group: ResourceNode?, isIngress: Bool) {
    self.owner = owner
    self.path = path
    self.group = group
    self.isIngress = isIngress
    ranges = [rule["CidrIp"], rule["CidrIpv6"]].compactMap { $0?.stringValue }
    let kind = rule["IpProtocol"]?.scalarText
    if kind == "-1" {
      ports = nil
    } else if let from = rule["FromPort"]?.wholeNumber, let to = rule["ToPort"]?.wholeNumber, from >= 0, to >= from {
      ports = from...to
    } else {
      // ICMP has types in place of ports.
      ports = kind == "tcp" || kind == "udp" || kind == "6" || kind == "17" ? nil : 0...0
    }
    description = rule["Description"]?.stringValue
  }
}
