/// Kinds of identifiers that can be told by their first letters (EC2 user guide, "Resource IDs").
public enum IdentifierKind {
  private static let prefixes: [(prefix: String, type: String)] = [
    ("vpc-", "AWS::EC2::VPC"), ("subnet-", "AWS::EC2::Subnet"), ("sg-", "AWS::EC2::SecurityGroup"), ("ami-", "AWS::EC2::Image"),
    ("i-", "AWS::EC2::Instance"), ("eni-", "AWS::EC2::NetworkInterface"), ("rtb-", "AWS::EC2::RouteTable"),
    ("igw-", "AWS::EC2::InternetGateway"), ("nat-", "AWS::EC2::NatGateway"), ("acl-", "AWS::EC2::NetworkAcl"),
    ("vpce-", "AWS::EC2::VPCEndpoint"), ("eipalloc-", "AWS::EC2::EIP"), ("lt-", "AWS::EC2::LaunchTemplate"),
    ("vol-", "AWS::EC2::Volume"), ("snap-", "AWS::EC2::Snapshot"), ("tgw-attach-", "AWS::EC2::TransitGatewayAttachment"),
    ("tgw-rtb-", "AWS::EC2::TransitGatewayRouteTable"), ("tgw-", "AWS::EC2::TransitGateway"), ("pcx-", "AWS::EC2::VPCPeeringConnection"),
    ("vgw-", "AWS::EC2::VPNGateway"), ("cgw-", "AWS::EC2::CustomerGateway"), ("vpn-", "AWS::EC2::VPNConnection"),
    ("eigw-", "AWS::EC2::EgressOnlyInternetGateway"), ("dopt-", "AWS::EC2::DHCPOptions"), ("pl-", "AWS::EC2::PrefixList"),
    ("fl-", "AWS::EC2::FlowLog"), ("cr-", "AWS::EC2::CapacityReservation"), ("rtbassoc-", "AWS::EC2::SubnetRouteTableAssociation"),
    ("fs-", "AWS::EFS::FileSystem"), ("fsap-", "AWS::EFS::AccessPoint"),
  ]

  /// The resource type that a text is an identifier of, told by its prefix and eight or more hexadecimal digits.
  public static func type(of text: String) -> String? {
    for (prefix, type) in prefixes where text.utf8.starts(with: prefix.utf8) {
      let rest = text.utf8.dropFirst(prefix.utf8.count)
      let isHexadecimal = rest.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 | 0x20 >= 97 && $0 | 0x20 <= 102) }
      if rest.count >= 4, isHexadecimal { return type }
    }
    return nil
  }

  /// The prefix of identifiers of a resource type, such as `vpc-`.
  public static func prefix(ofType type: String) -> String? { prefixes.first { $0.type == type }?.prefix }

  /// What is wrong with a text where an identifier of a resource type belongs, as far as prefixes tell; nil if nothing is.
  public static func violation(of text: String, subject: String, wanted type: String) -> RuleViolation? {
    guard let prefix = prefix(ofType: type), !text.hasPrefix(prefix) || IdentifierKind.type(of: text) != type else { return nil }
    var message = "\(subject) must be the id of an \(type) (\(prefix)…), not '\(ValueText.shortened(text))'"
    if let other = IdentifierKind.type(of: text) { message += ", which is the id of an \(other)" }
    return RuleViolation(.wrongIdentifierKind, message: message)
  }

  /// `AWS::EC2::VPC.Id` as `the id of an AWS::EC2::VPC`.
  static func article(_ format: String) -> String {
    guard let dot = format.lastIndex(of: "."), format.hasPrefix("AWS::") else { return "of the form \(format)" }
    let type = format[..<dot]
    switch format[format.index(after: dot)...] {
    case "Id": return "the id of an \(type)"
    case "Arn": return "the ARN of an \(type)"
    case "Name", "AliasName": return "the name of an \(type)"
    default: return "an \(format)"
    }
  }
}
