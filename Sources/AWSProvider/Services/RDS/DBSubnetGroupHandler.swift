import AWSClient
import StrataModel

/// DB subnet groups: rds:CreateDBSubnetGroup and its companions.
struct DBSubnetGroupHandler: ResourceHandler {
  static let type = "AWS::RDS::DBSubnetGroup"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("rds", "CreateDBSubnetGroup", call.input("rds", "CreateDBSubnetGroup"))
    // RDS writes names in lower case.
    guard let group = answer["DBSubnetGroup"], let name = group["DBSubnetGroupName"]?.string else {
      throw ProviderFailure.invalid("rds:CreateDBSubnetGroup answered without a group.")
    }
    return CreatedObject(name, attributes: document(call, group))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let group = try await call.describeNamed("rds", "DescribeDBSubnetGroups", "DBSubnetGroupName", in: "DBSubnetGroups") else {
      return nil
    }
    var document = document(call, group)
    document["Tags"] = try await call.namedTags("rds", arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("DBSubnetGroupDescription") || call.changed.contains("SubnetIds") {
      try await call.send("rds", "ModifyDBSubnetGroup", call.input("rds", "ModifyDBSubnetGroup"))
    }
    try await call.updateNamedTags("rds", arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("rds", "DeleteDBSubnetGroup", ["DBSubnetGroupName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("DBSubnetGroupName") { return [name.lowercased()] }
    return try await call.pages("rds", "DescribeDBSubnetGroups").compactMap { $0["DBSubnetGroupName"]?.string }
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("rds", "subgrp:\(call.identifier)") }

  private func document(_ call: ResourceCall, _ group: AWSValue) -> PropertyObject {
    var document = call.document(group)
    document["SubnetIds"] = .array((group["Subnets"]?.list ?? []).compactMap { $0["SubnetIdentifier"]?.string.map { .string($0) } })
    return document
  }
}
