import AWSClient
import StrataModel

/// Parameter groups of caches: elasticache:CreateCacheParameterGroup and its companions.
///
/// The name is not declared: it is made of the create's token. Parameters are calls of their own, at most 20 in each.
struct CacheParameterGroupHandler: ResourceHandler {
  static let type = "AWS::ElastiCache::ParameterGroup"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = call.generatedName
    var input = call.input("elasticache", "CreateCacheParameterGroup")
    input["CacheParameterGroupName"] = .string(name)
    try await call.send("elasticache", "CreateCacheParameterGroup", input)
    try await call.complete(name) {
      try await send(call, "ModifyCacheParameterGroup", name, parameters(call.properties))
    }
    return CreatedObject(name, attributes: ["CacheParameterGroupName": .string(name)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let group = try await call.describeNamed(
      "elasticache", "DescribeCacheParameterGroups", "CacheParameterGroupName", in: "CacheParameterGroups")
    guard let group else { return nil }
    var document = call.document(group)
    let own = try await call.pages(
      "elasticache", "DescribeCacheParameters", ["CacheParameterGroupName": .string(call.identifier), "Source": "user"])
    document["Properties"] = .object(
      PropertyObject(
        own.compactMap { parameter in
          guard let name = parameter["ParameterName"]?.string, let value = parameter["ParameterValue"]?.string else { return nil }
          return (name, .string(value))
        }))
    document["Tags"] = try await call.namedTags("elasticache", arn(call))
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("Properties") {
      let wanted = parameters(call.properties)
      let before = parameters(call.previous)
      try await send(call, "ModifyCacheParameterGroup", call.identifier, wanted.filter { before[$0.key] != $0.value })
      try await send(call, "ResetCacheParameterGroup", call.identifier, before.filter { wanted[$0.key] == nil })
    }
    try await call.updateNamedTags("elasticache", arn(call))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("elasticache", "DeleteCacheParameterGroup", ["CacheParameterGroupName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("CacheParameterGroupName") { return [name] }
    return try await call.pages("elasticache", "DescribeCacheParameterGroups").compactMap { $0["CacheParameterGroupName"]?.string }
  }

  private func arn(_ call: ResourceCall) -> String { call.arn("elasticache", "parametergroup:\(call.identifier)") }

  private func parameters(_ properties: PropertyObject) -> [String: String] {
    Dictionary((properties["Properties"]?.objectValue?.fields ?? []).map { ($0.key, AWSValue($0.value).scalarText ?? "") }) { $1 }
  }

  private func send(_ call: ResourceCall, _ operation: String, _ group: String, _ parameters: [String: String]) async throws {
    let entries = parameters.sorted { $0.key < $1.key }.map { name, value -> AWSValue in
      ["ParameterName": .string(name), "ParameterValue": .string(value)]
    }
    for start in stride(from: 0, to: entries.count, by: 20) {
      let batch = AWSValue.list(Array(entries[start..<min(start + 20, entries.count)]))
      try await call.send("elasticache", operation, ["CacheParameterGroupName": .string(group), "ParameterNameValues": batch])
    }
  }
}
