import AWSClient
import StrataModel

/// Subnets: ec2:CreateSubnet and its companions.
///
/// ec2:ModifySubnetAttribute takes one attribute at a time.
struct SubnetHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::Subnet"
  static let object = EC2Object(
    tagType: "subnet", describe: "DescribeSubnets", results: "Subnets", identifiers: "SubnetIds", identifier: "SubnetId",
    filters: ["VpcId": "vpc-id", "CidrBlock": "cidr-block", "AvailabilityZone": "availability-zone"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let subnet = try await call.send("ec2", "CreateSubnet", call.ec2Input("CreateSubnet", tagging: "subnet"))["Subnet"]
    guard let identifier = subnet?["SubnetId"]?.string else { throw ProviderFailure.invalid("ec2:CreateSubnet answered without a subnet.") }
    try await call.complete(identifier) {
      try await modify(call, identifier, Set(call.properties.keys))
    }
    return CreatedObject(identifier)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    async let shown = describe(call)
    async let lists = call.describe("DescribeNetworkAcls", where: "association.subnet-id", call.identifier, in: "NetworkAcls")
    guard let subnet = try await shown else { return nil }
    var document = call.document(subnet)
    let blocks = (subnet["Ipv6CidrBlockAssociationSet"]?.list ?? []).filter { $0["Ipv6CidrBlockState"]?["State"]?.string == "associated" }
      .compactMap { $0["Ipv6CidrBlock"]?.string.map { PropertyValue.string($0) } }
    document["Ipv6CidrBlocks"] = .array(blocks)
    document["Ipv6CidrBlock"] = blocks.first
    let association = try await lists.lazy.flatMap { $0["Associations"]?.list ?? [] }.first { $0["SubnetId"]?.string == call.identifier }
    document["NetworkAclAssociationId"] = association?["NetworkAclAssociationId"]?.string.map { .string($0) }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Ipv6CidrBlock") { try await replaceBlock(call) }
    try await modify(call, call.identifier, call.changed)
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteSubnet", ["SubnetId": .string(call.identifier)])
    return .gone
  }

  func state(of object: AWSValue) -> Readiness { awaiting(object) }

  private func modify(_ call: ResourceCall, _ identifier: String, _ properties: Set<String>) async throws {
    for property in ["AssignIpv6AddressOnCreation", "MapPublicIpOnLaunch", "EnableDns64"] where properties.contains(property) {
      try await modify(call, identifier, property, ["Value": .bool(call.properties[property]?.boolValue ?? false)])
    }
    if properties.contains("PrivateDnsNameOptionsOnLaunch") {
      let options = call.properties["PrivateDnsNameOptionsOnLaunch"]
      if let type = options?["HostnameType"]?.stringValue {
        try await modify(call, identifier, "PrivateDnsHostnameTypeOnLaunch", .string(type))
      }
      for option in ["EnableResourceNameDnsARecord", "EnableResourceNameDnsAAAARecord"] {
        guard options?[option] != nil || call.previous["PrivateDnsNameOptionsOnLaunch"]?[option] != nil else { continue }
        try await modify(call, identifier, option + "OnLaunch", ["Value": .bool(options?[option]?.boolValue ?? false)])
      }
    }
    if properties.contains("EnableLniAtDeviceIndex") {
      if let index = AWSValue(call.properties["EnableLniAtDeviceIndex"]) {
        try await modify(call, identifier, "EnableLniAtDeviceIndex", index)
      } else {
        try await modify(call, identifier, "DisableLniAtDeviceIndex", ["Value": true])
      }
    }
  }

  private func modify(_ call: ResourceCall, _ identifier: String, _ attribute: String, _ value: AWSValue) async throws {
    try await call.send("ec2", "ModifySubnetAttribute", ["SubnetId": .string(identifier), attribute: value])
  }

  private func replaceBlock(_ call: ResourceCall) async throws {
    let associations = try await describe(call)?["Ipv6CidrBlockAssociationSet"]?.list ?? []
    for association in associations where association["Ipv6CidrBlockState"]?["State"]?.string == "associated" {
      try await call.send("ec2", "DisassociateSubnetCidrBlock", ["AssociationId": association["AssociationId"]])
    }
    guard let block = call.text("Ipv6CidrBlock") else { return }
    try await call.send("ec2", "AssociateSubnetCidrBlock", ["SubnetId": .string(call.identifier), "Ipv6CidrBlock": .string(block)])
  }
}
