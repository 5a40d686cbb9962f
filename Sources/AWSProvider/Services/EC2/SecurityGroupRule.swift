import AWSClient
import StrataModel

/// A rule of a security group: what may pass, and who is at the other end.
///
/// CloudFormation writes one rule for each peer; EC2's `IpPermissions` gather the peers of a protocol and port range.
struct SecurityGroupRule: Sendable, Hashable {
  enum Peer: Sendable, Hashable {
    case ipv4(String)
    case ipv6(String)
    case prefixList(String)
    /// A group by identifier, or in EC2-Classic by name; the owner is given for another account's group only.
    case group(identifier: String?, name: String?, owner: String?)
  }

  var transport: String
  var from: Int?
  var to: Int?
  var peer: Peer
  var description: String?

  /// Everything to everywhere, which EC2 gives to each new group as its egress.
  static let allowsAll = SecurityGroupRule(transport: "-1", from: nil, to: nil, peer: .ipv4("0.0.0.0/0"), description: nil)

  /// The rule without its description, by which EC2 tells rules apart.
  var bare: SecurityGroupRule {
    var rule = self
    rule.description = nil
    return rule
  }
}

// MARK: CloudFormation

extension SecurityGroupRule {
  /// A rule as CloudFormation writes it; `nil` without a peer.
  init?(_ rule: PropertyValue, account: String) {
    func text(_ name: String) -> String? { rule[name]?.stringValue }
    if let block = text("CidrIp") {
      peer = .ipv4(block)
    } else if let block = text("CidrIpv6") {
      peer = .ipv6(block)
    } else if let list = text("SourcePrefixListId") ?? text("DestinationPrefixListId") {
      peer = .prefixList(list)
    } else {
      let identifier = text("SourceSecurityGroupId") ?? text("DestinationSecurityGroupId")
      let owner = text("SourceSecurityGroupOwnerId")
      guard identifier != nil || text("SourceSecurityGroupName") != nil else { return nil }
      peer = .group(identifier: identifier, name: text("SourceSecurityGroupName"), owner: owner == account ? nil : owner)
    }
    transport = Self.transport(rule["IpProtocol"].flatMap { AWSValue($0).scalarText } ?? "-1")
    from = transport == "-1" ? nil : rule["FromPort"]?.integerValue
    to = transport == "-1" ? nil : rule["ToPort"]?.integerValue
    description = text("Description")
  }

  /// The rule as CloudFormation writes it.
  func property(isEgress: Bool) -> PropertyValue {
    var object: PropertyObject = ["IpProtocol": .string(transport)]
    if let from { object["FromPort"] = .integer(from) }
    if let to { object["ToPort"] = .integer(to) }
    if let description { object["Description"] = .string(description) }
    let side = isEgress ? "Destination" : "Source"
    switch peer {
    case .ipv4(let block): object["CidrIp"] = .string(block)
    case .ipv6(let block): object["CidrIpv6"] = .string(block)
    case .prefixList(let list): object[side + "PrefixListId"] = .string(list)
    case .group(let identifier, let name, let owner):
      if let identifier { object[side + "SecurityGroupId"] = .string(identifier) }
      if let name { object["SourceSecurityGroupName"] = .string(name) }
      if let owner { object["SourceSecurityGroupOwnerId"] = .string(owner) }
    }
    return .object(object)
  }

  /// The name of a protocol that is given by its number (IANA, "Protocol Numbers"), as EC2 shows it.
  private static func transport(_ text: String) -> String {
    switch text.lowercased() {
    case "1": "icmp"
    case "6": "tcp"
    case "17": "udp"
    case "58": "icmpv6"
    case "all": "-1"
    default: text.lowercased()
    }
  }
}

// MARK: EC2

extension SecurityGroupRule {
  /// The rules that permissions of EC2 stand for.
  static func rules(in permissions: AWSValue?, account: String) -> [SecurityGroupRule] {
    (permissions?.list ?? []).flatMap { permission -> [SecurityGroupRule] in
      let transport = permission["IpProtocol"]?.string ?? "-1"
      let from = transport == "-1" ? nil : permission["FromPort"]?.integer
      let to = transport == "-1" ? nil : permission["ToPort"]?.integer
      return peers(of: permission, account: account).map { peer, description in
        SecurityGroupRule(transport: transport, from: from, to: to, peer: peer, description: description)
      }
    }
  }

  private static func peers(of permission: AWSValue, account: String) -> [(peer: Peer, description: String?)] {
    func list(_ member: String, _ peer: (AWSValue) -> Peer?) -> [(peer: Peer, description: String?)] {
      (permission[member]?.list ?? []).compactMap { entry in peer(entry).map { ($0, entry["Description"]?.string) } }
    }
    return list("IpRanges") { $0["CidrIp"]?.string.map { .ipv4($0) } } + list("Ipv6Ranges") { $0["CidrIpv6"]?.string.map { .ipv6($0) } }
      + list("PrefixListIds") { $0["PrefixListId"]?.string.map { .prefixList($0) } }
      + list("UserIdGroupPairs") { pair in
        let owner = pair["UserId"]?.string
        return .group(identifier: pair["GroupId"]?.string, name: nil, owner: owner == account ? nil : owner)
      }
  }

  /// The rule of ec2:DescribeSecurityGroupRules.
  init?(described rule: AWSValue, account: String) {
    transport = rule["IpProtocol"]?.string ?? "-1"
    from = transport == "-1" ? nil : rule["FromPort"]?.integer
    to = transport == "-1" ? nil : rule["ToPort"]?.integer
    description = rule["Description"]?.string
    if let block = rule["CidrIpv4"]?.string {
      peer = .ipv4(block)
    } else if let block = rule["CidrIpv6"]?.string {
      peer = .ipv6(block)
    } else if let list = rule["PrefixListId"]?.string {
      peer = .prefixList(list)
    } else if let group = rule["ReferencedGroupInfo"]?["GroupId"]?.string {
      let owner = rule["ReferencedGroupInfo"]?["UserId"]?.string
      peer = .group(identifier: group, name: nil, owner: owner == account ? nil : owner)
    } else {
      return nil
    }
  }

  /// The rule as one permission of EC2.
  var permission: AWSValue {
    var permission: [String: AWSValue] = ["IpProtocol": .string(transport)]
    if let from { permission["FromPort"] = .integer(from) }
    if let to { permission["ToPort"] = .integer(to) }
    var end: [String: AWSValue] = [:]
    if let description { end["Description"] = .string(description) }
    switch peer {
    case .ipv4(let block):
      end["CidrIp"] = .string(block)
      permission["IpRanges"] = [.structure(end)]
    case .ipv6(let block):
      end["CidrIpv6"] = .string(block)
      permission["Ipv6Ranges"] = [.structure(end)]
    case .prefixList(let list):
      end["PrefixListId"] = .string(list)
      permission["PrefixListIds"] = [.structure(end)]
    case .group(let identifier, let name, let owner):
      if let identifier { end["GroupId"] = .string(identifier) }
      if let name { end["GroupName"] = .string(name) }
      if let owner { end["UserId"] = .string(owner) }
      permission["UserIdGroupPairs"] = [.structure(end)]
    }
    return .structure(permission)
  }
}
