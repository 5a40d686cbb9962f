import AWSClient
import StrataModel

/// Associations of subnets with network ACLs: ec2:ReplaceNetworkAclAssociation.
///
/// A subnet always has exactly one; a create replaces the one that is there, and a delete goes back to the VPC's default ACL. Each replacement
/// gets another identifier.
struct SubnetNetworkAclAssociationHandler: ResourceHandler {
  static let type = "AWS::EC2::SubnetNetworkAclAssociation"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let subnet = try call.required("SubnetId")
    let found = try await associations(call, "association.subnet-id", subnet)
    guard let current = found.first(where: { $0["SubnetId"]?.string == subnet })?["NetworkAclAssociationId"]?.string else {
      throw ProviderFailure.notFound("There is no subnet '\(subnet)' with a network ACL.")
    }
    let identifier = try await replace(call, current, with: try call.required("NetworkAclId"))
    return CreatedObject(identifier, attributes: ["AssociationId": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let found = try await associations(call, "association.association-id", call.identifier)
    return found.first { $0["NetworkAclAssociationId"]?.string == call.identifier }
      .map { call.document($0, renaming: ["AssociationId": "NetworkAclAssociationId"]) }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let lists = try await call.describe("DescribeNetworkAcls", where: "association.association-id", call.identifier, in: "NetworkAcls")
    guard let vpc = lists.first?["VpcId"]?.string else { return .gone }
    let all = try await call.describe("DescribeNetworkAcls", where: "vpc-id", vpc, in: "NetworkAcls")
    guard let standard = all.first(where: { $0["IsDefault"]?.bool == true })?["NetworkAclId"]?.string else { return .gone }
    if lists.first?["NetworkAclId"]?.string != standard { _ = try await replace(call, call.identifier, with: standard) }
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let filters = filter.ec2Filters(["SubnetId": "association.subnet-id"])
    return try await call.pages("ec2", "DescribeNetworkAcls", ["Filters": filters]).filter { $0["IsDefault"]?.bool != true }
      .flatMap { $0["Associations"]?.list ?? [] }.compactMap { $0["NetworkAclAssociationId"]?.string }
  }

  private func associations(_ call: ResourceCall, _ filter: String, _ value: String) async throws -> [AWSValue] {
    try await call.describe("DescribeNetworkAcls", where: filter, value, in: "NetworkAcls").flatMap { $0["Associations"]?.list ?? [] }
  }

  private func replace(_ call: ResourceCall, _ association: String, with list: String) async throws -> String {
    let answer = try await call.send(
      "ec2", "ReplaceNetworkAclAssociation", ["AssociationId": .string(association), "NetworkAclId": .string(list)])
    guard let identifier = answer["NewAssociationId"]?.string else {
      throw ProviderFailure.invalid("ec2:ReplaceNetworkAclAssociation answered without an association.")
    }
    return identifier
  }
}
