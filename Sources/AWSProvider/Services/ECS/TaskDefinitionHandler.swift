import AWSClient
import StrataModel

/// Task definitions: ecs:RegisterTaskDefinition and its companions.
///
/// Each registration is a revision of its own and cannot be changed. A deletion deregisters: running tasks and services keep the revision.
struct TaskDefinitionHandler: ResourceHandler {
  static let type = "AWS::ECS::TaskDefinition"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("ecs", "RegisterTaskDefinition", from: renamed(call.properties), omitting: ["Tags"])
    input["tags"] = call.ecsTags
    guard let definition = try await call.send("ecs", "RegisterTaskDefinition", input)["taskDefinition"],
      let arn = definition["taskDefinitionArn"]?.string
    else { throw ProviderFailure.invalid("ecs:RegisterTaskDefinition answered without a definition.") }
    return CreatedObject(arn, attributes: document(call, definition))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    do {
      let answer = try await call.send(
        "ecs", "DescribeTaskDefinition", ["taskDefinition": .string(call.identifier), "include": ["TAGS"]])
      guard let definition = answer["taskDefinition"], definition["status"]?.string == "ACTIVE" else { return nil }
      return document(call, definition).merging(call.document(["Tags": answer["tags"] ?? []]))
    } catch {
      guard error.code == "ClientException" && error.message.contains("Unable to describe") else { throw error }
      return nil
    }
  }

  func update(_ call: ResourceCall) async throws { try await call.updateECSTags(call.identifier) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ecs", "DeregisterTaskDefinition", ["taskDefinition": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let family = filter.text("Family").map { AWSValue.string($0) }
    return try await call.pages("ecs", "ListTaskDefinitions", ["familyPrefix": family, "status": "ACTIVE", "sort": "DESC"])
      .compactMap { $0.string }
  }

  /// The properties of a proxy have another name in the API.
  private func renamed(_ properties: PropertyObject) -> PropertyObject {
    guard var proxy = properties["ProxyConfiguration"]?.objectValue else { return properties }
    proxy["Properties"] = proxy["ProxyConfigurationProperties"]
    proxy["ProxyConfigurationProperties"] = nil
    return properties.merging(["ProxyConfiguration": .object(proxy)])
  }

  private func document(_ call: ResourceCall, _ definition: AWSValue) -> PropertyObject {
    var document = call.document(definition)
    if var proxy = document["ProxyConfiguration"]?.objectValue, let pairs = definition["proxyConfiguration"]?["properties"]?.list {
      proxy["ProxyConfigurationProperties"] = .array(
        pairs.map { .object(["Name": .string($0["name"]?.string ?? ""), "Value": .string($0["value"]?.string ?? "")]) })
      document["ProxyConfiguration"] = .object(proxy)
    }
    return document
  }
}
