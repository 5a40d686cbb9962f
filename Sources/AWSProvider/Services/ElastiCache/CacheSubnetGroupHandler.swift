import AWSClient
import StrataModel

/// Subnet groups of caches: elasticache:CreateCacheSubnetGroup and its companions.
struct CacheSubnetGroupHandler: ResourceHandler {
  static let type = "AWS::ElastiCache::SubnetGroup"
  private static let renaming = ["Description": "CacheSubnetGroupDescription"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let input = call.input("elasticache", "CreateCacheSubnetGroup", renaming: Self.renaming)
    guard let group = try await call.send("elasticache", "CreateCacheSubnetGroup", input)["CacheSubnetGroup"],
      let name = group["CacheSubnetGroupName"]?.string
    else { throw ProviderFailure.invalid("elasticache:CreateCacheSubnetGroup answered without a group.") }
    return CreatedObject(name, attributes: document(call, group))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let group = try await call.describeNamed(
      "elasticache", "DescribeCacheSubnetGroups", "CacheSubnetGroupName", in: "CacheSubnetGroups")
    guard let group else { return nil }
    var document = document(call, group)
    document["Tags"] = try await call.namedTags("elasticache", arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Description") || call.changed.contains("SubnetIds") {
      let input = call.input("elasticache", "ModifyCacheSubnetGroup", renaming: Self.renaming)
      try await call.send("elasticache", "ModifyCacheSubnetGroup", input)
    }
    try await call.updateNamedTags("elasticache", arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("elasticache", "DeleteCacheSubnetGroup", ["CacheSubnetGroupName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("CacheSubnetGroupName") { return [name.lowercased()] }
    return try await call.pages("elasticache", "DescribeCacheSubnetGroups").compactMap { $0["CacheSubnetGroupName"]?.string }
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("elasticache", "subnetgroup:\(call.identifier)") }

  private func document(_ call: ResourceCall, _ group: AWSValue) -> PropertyObject {
    var document = call.document(group, renaming: Self.renaming)
    document["SubnetIds"] = .array((group["Subnets"]?.list ?? []).compactMap { $0["SubnetIdentifier"]?.string.map { .string($0) } })
    return document
  }
}
