import AWSClient
import StrataModel

/// Virtual private clouds: ec2:CreateVpc and its companions.
///
/// The two DNS attributes are calls of their own, one attribute each.
struct VPCHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::VPC"
  static let object = EC2Object(
    tagType: "vpc", describe: "DescribeVpcs", results: "Vpcs", identifiers: "VpcIds", identifier: "VpcId", filters: ["CidrBlock": "cidr"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let vpc = try await call.send("ec2", "CreateVpc", call.ec2Input("CreateVpc", tagging: "vpc"))["Vpc"]
    guard let identifier = vpc?["VpcId"]?.string else { throw ProviderFailure.invalid("ec2:CreateVpc answered without a VPC.") }
    try await call.complete(identifier) {
      // AWS resolves names from the start, and gives no names to hosts.
      if call.properties["EnableDnsSupport"]?.boolValue == false { try await modify(call, identifier, "EnableDnsSupport", false) }
      if call.properties["EnableDnsHostnames"]?.boolValue == true { try await modify(call, identifier, "EnableDnsHostnames", true) }
    }
    return CreatedObject(identifier)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    async let shown = describe(call)
    async let resolves = attribute(call, "enableDnsSupport")
    async let names = attribute(call, "enableDnsHostnames")
    async let groups = call.describe("DescribeSecurityGroups", where: "vpc-id", call.identifier, in: "SecurityGroups")
    async let lists = call.describe("DescribeNetworkAcls", where: "vpc-id", call.identifier, in: "NetworkAcls")
    guard let vpc = try await shown else { return nil }
    var document = call.document(vpc)
    let blocks = vpc["CidrBlockAssociationSet"]?.list ?? []
    document["CidrBlockAssociations"] = .array(blocks.compactMap { $0["AssociationId"]?.string.map { .string($0) } })
    let wide = vpc["Ipv6CidrBlockAssociationSet"]?.list ?? []
    document["Ipv6CidrBlocks"] = .array(wide.compactMap { $0["Ipv6CidrBlock"]?.string.map { .string($0) } })
    document["EnableDnsSupport"] = try await resolves["EnableDnsSupport"]?["Value"]?.bool.map { .bool($0) }
    document["EnableDnsHostnames"] = try await names["EnableDnsHostnames"]?["Value"]?.bool.map { .bool($0) }
    let group = try await groups.first { $0["GroupName"]?.string == "default" }
    document["DefaultSecurityGroup"] = group?["GroupId"]?.string.map { .string($0) }
    let list = try await lists.first { $0["IsDefault"]?.bool == true }
    document["DefaultNetworkAcl"] = list?["NetworkAclId"]?.string.map { .string($0) }
    return document
  }

  private func attribute(_ call: ResourceCall, _ name: String) async throws -> AWSValue {
    try await call.send("ec2", "DescribeVpcAttribute", ["VpcId": .string(call.identifier), "Attribute": .string(name)])
  }

  func update(_ call: ResourceCall) async throws {
    // Names for hosts need resolution, so resolution is switched on first and off last.
    let resolves = call.properties["EnableDnsSupport"]?.boolValue ?? true
    if call.changed.contains("EnableDnsSupport"), resolves { try await modify(call, call.identifier, "EnableDnsSupport", true) }
    if call.changed.contains("EnableDnsHostnames") {
      try await modify(call, call.identifier, "EnableDnsHostnames", call.properties["EnableDnsHostnames"]?.boolValue ?? false)
    }
    if call.changed.contains("EnableDnsSupport"), !resolves { try await modify(call, call.identifier, "EnableDnsSupport", false) }
    if call.changed.contains("InstanceTenancy") {
      try await call.send(
        "ec2", "ModifyVpcTenancy",
        ["VpcId": .string(call.identifier), "InstanceTenancy": .string(call.text("InstanceTenancy") ?? "default")])
    }
    try await call.updateEC2Tags()
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteVpc", ["VpcId": .string(call.identifier)])
    return .gone
  }

  func state(of object: AWSValue) -> Readiness { awaiting(object) }

  private func modify(_ call: ResourceCall, _ identifier: String, _ attribute: String, _ value: Bool) async throws {
    try await call.send("ec2", "ModifyVpcAttribute", ["VpcId": .string(identifier), attribute: ["Value": .bool(value)]])
  }
}
