import AWSClient
import StrataModel

/// Groups of people: identitystore:CreateGroup and its companions.
struct IdentityStoreGroupHandler: ResourceHandler {
  static let type = "AWS::IdentityStore::Group"

  private static let service = "identitystore"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let store = try call.required("IdentityStoreId")
    let answer = try await call.send(Self.service, "CreateGroup", call.input(Self.service, "CreateGroup"))
    guard let group = answer["GroupId"]?.string else { throw ProviderFailure.invalid("identitystore:CreateGroup answered without an id") }
    return CreatedObject("\(group)|\(store)", attributes: ["GroupId": .string(group)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(Self.service, "DescribeGroup", identity(call), absent: ["ResourceNotFoundException"])
    guard let answer else { return nil }
    var document = call.document(answer)
    document["GroupId"] = call.identifierPart(0).propertyValue
    document["IdentityStoreId"] = call.identifierPart(1).propertyValue
    return document
  }

  func update(_ call: ResourceCall) async throws {
    var operations: [AWSValue] = []
    for (property, path) in [("Description", "description"), ("DisplayName", "displayName")] where call.changed.contains(property) {
      // An operation without a value removes the attribute.
      var operation: [String: AWSValue] = ["AttributePath": .string(path)]
      operation["AttributeValue"] = AWSValue(call.properties[property])
      operations.append(.structure(operation))
    }
    guard !operations.isEmpty else { return }
    try await call.send(Self.service, "UpdateGroup", identity(call).merging(["Operations": .list(operations)]) { _, new in new })
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(Self.service, "DeleteGroup", identity(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var stores = filter.text("IdentityStoreId").map { [$0] } ?? []
    if stores.isEmpty { stores = try await call.pages("sso-admin", "ListInstances").compactMap { $0["IdentityStoreId"]?.string } }
    let name = filter.text("DisplayName")
    var found: [String] = []
    for store in stores {
      found += try await call.pages(Self.service, "ListGroups", ["IdentityStoreId": .string(store)])
        .filter { name == nil || $0["DisplayName"]?.string == name }.compactMap { $0["GroupId"]?.string }.map { "\($0)|\(store)" }
    }
    return found
  }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    ["GroupId": call.identifierPart(0), "IdentityStoreId": call.identifierPart(1)]
  }
}
