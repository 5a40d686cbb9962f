import StrataModel

/// Attributes that no template can tell: lists, and what depends on several properties.
enum AttributeFacts {
  static func adjust(_ attributes: inout PropertyObject, of type: String, inputs: PropertyObject, number: Int) {
    switch type {
    case "AWS::EC2::VPC": attributes["CidrBlockAssociations"] = [.string("vpc-cidr-assoc-0" + hex(number, 16))]
    case "AWS::EC2::Route":
      let target = inputs["DestinationCidrBlock"] ?? inputs["DestinationIpv6CidrBlock"] ?? inputs["DestinationPrefixListId"]
      attributes["CidrBlock"] = target ?? "0.0.0.0/0"
    case "AWS::EC2::VPCGatewayAttachment": attributes["AttachmentType"] = inputs["VpnGatewayId"] == nil ? "IGW" : "VGW"
    case "AWS::EC2::VPCEndpoint":
      guard inputs.text("VpcEndpointType") == "Interface" else { return }
      let subnets = inputs["SubnetIds"]?.arrayValue?.count ?? 0
      attributes["NetworkInterfaceIds"] = .array((0..<subnets).map { .string("eni-0" + hex(number &* 64 &+ $0, 16)) })
    case "AWS::Route53::HostedZone":
      attributes["NameServers"] = .array(
        ["com", "net", "org", "co.uk"].enumerated().map { .string("ns-\(number % 512 + $0 * 512).awsdns-\($0 + 10).\($1)") })
    case "AWS::NetworkFirewall::Firewall":
      let subnets = inputs["SubnetMappings"]?.arrayValue?.count ?? 1
      attributes["EndpointIds"] = .array(
        (0..<subnets).map { .string("us-east-1\(["a", "b", "c", "d", "e", "f"][$0 % 6]):vpce-0\(hex(number &* 64 &+ $0, 16))") })
    case "AWS::ElasticLoadBalancingV2::TargetGroup": attributes["LoadBalancerArns"] = []
    case "AWS::Logs::DeliverySource":
      if let arn = inputs["ResourceArn"] { attributes["ResourceArns"] = [arn] }
    case "AWS::WAFv2::WebACL": attributes["Capacity"] = .integer((inputs["Rules"]?.arrayValue?.count ?? 0) * 2)
    case "AWS::IAM::ManagedPolicy":
      attributes["AttachmentCount"] = .integer(["Roles", "Users", "Groups"].reduce(0) { $0 + (inputs[$1]?.arrayValue?.count ?? 0) })
      attributes["IsAttachable"] = true
    case "AWS::ElastiCache::ReplicationGroup":
      attributes["ReadEndPoint"] = nil
      if inputs["NumNodeGroups"] != nil {
        attributes["PrimaryEndPoint"] = nil
        attributes["ReaderEndPoint"] = nil
      }
    default: break
    }
  }

  /// Adds the properties that another one already says.
  ///
  /// A scaling policy may name its target by the target's identifier, `ResourceId|ScalableDimension|ServiceNamespace`.
  static func complete(_ inputs: inout PropertyObject, of type: String) {
    guard type == "AWS::ApplicationAutoScaling::ScalingPolicy", let target = inputs.text("ScalingTargetId") else { return }
    let parts = target.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 3 else { return }
    for (property, part) in zip(["ResourceId", "ScalableDimension", "ServiceNamespace"], parts) where inputs[property] == nil {
      inputs[property] = .string(part)
    }
  }

  /// Hexadecimal digits that follow from a number and look random.
  static func hex(_ number: Int, _ count: Int) -> String {
    var random = CloudRandom(seed: 0x5EED, salt: UInt64(bitPattern: Int64(number)))
    var bytes: [UInt8] = []
    random.append(count, of: "0123456789abcdef", to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
