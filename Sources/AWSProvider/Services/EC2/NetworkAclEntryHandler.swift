import AWSClient
import StrataModel

/// Entries of network ACLs: ec2:CreateNetworkAclEntry and its companions.
///
/// The identifier is a form of its own, `<ACL>|ingress|<number>` or `<ACL>|egress|<number>`: EC2 has none, and CloudFormation makes one up.
struct NetworkAclEntryHandler: ResourceHandler {
  static let type = "AWS::EC2::NetworkAclEntry"
  private static let renaming = ["Icmp": "IcmpTypeCode"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let identifier = "\(try call.required("NetworkAclId"))|\(direction(call.properties))|\(try call.required("RuleNumber"))"
    try await call.send("ec2", "CreateNetworkAclEntry", input(call, "CreateNetworkAclEntry"))
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let parts = call.identifierParts
    guard parts.count == 3, let list = try await call.describe("DescribeNetworkAcls", "NetworkAclIds", parts[0], in: "NetworkAcls"),
      let entry = list["Entries"]?.list?.first(where: { name(of: $0) == (parts[1], parts[2]) })
    else { return nil }
    var document = call.document(entry, renaming: Self.renaming)
    document["NetworkAclId"] = .string(parts[0])
    document["Id"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send("ec2", "ReplaceNetworkAclEntry", input(call, "ReplaceNetworkAclEntry"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let parts = call.identifierParts
    guard parts.count == 3, let number = Int(parts[2]) else { return .gone }
    try await call.send(
      "ec2", "DeleteNetworkAclEntry",
      ["NetworkAclId": .string(parts[0]), "Egress": .bool(parts[1] == "egress"), "RuleNumber": .integer(number)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let wanted = filter.text("NetworkAclId").map { AWSValue.strings([$0]) }
    return try await call.pages("ec2", "DescribeNetworkAcls", ["NetworkAclIds": wanted]).flatMap { list -> [String] in
      guard let identifier = list["NetworkAclId"]?.string else { return [] }
      // Number 32767 is the entry that refuses what no other one allows; nobody makes it.
      let entries = (list["Entries"]?.list ?? []).filter { $0["RuleNumber"]?.integer != 32_767 }
      return entries.map(name).map { "\(identifier)|\($0.direction)|\($0.number)" }
    }
  }

  private func input(_ call: ResourceCall, _ operation: String) -> [String: AWSValue?] {
    var input = call.ec2Input(operation, renaming: Self.renaming)
    input["Egress"] = .bool(call.properties["Egress"]?.boolValue ?? false)
    return input
  }

  private func direction(_ properties: PropertyObject) -> String { properties["Egress"]?.boolValue == true ? "egress" : "ingress" }

  private func name(of entry: AWSValue) -> (direction: String, number: String) {
    (entry["Egress"]?.bool == true ? "egress" : "ingress", entry["RuleNumber"]?.scalarText ?? "")
  }
}
