import AWSClient
import StrataModel

/// Network ACLs: ec2:CreateNetworkAcl and its companions.
///
/// Entries and associations are types of their own.
struct NetworkAclHandler: EC2ObjectHandler {
  static let type = "AWS::EC2::NetworkAcl"
  static let object = EC2Object(
    tagType: "network-acl", describe: "DescribeNetworkAcls", results: "NetworkAcls", identifiers: "NetworkAclIds",
    identifier: "NetworkAclId", filters: ["VpcId": "vpc-id"])

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.ec2Input("CreateNetworkAcl", tagging: "network-acl")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let identifier = try await call.send("ec2", "CreateNetworkAcl", input)["NetworkAcl"]?["NetworkAclId"]?.string else {
      throw ProviderFailure.invalid("ec2:CreateNetworkAcl answered without an ACL.")
    }
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await describe(call).map { call.document($0, renaming: ["Id": "NetworkAclId"]) }
  }

  func update(_ call: ResourceCall) async throws { try await call.updateEC2Tags() }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ec2", "DeleteNetworkAcl", ["NetworkAclId": .string(call.identifier)])
    return .gone
  }
}
