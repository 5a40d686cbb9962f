import AWSClient
import StrataModel

/// Resource shares: ram:CreateResourceShare and its companions.
struct ResourceShareHandler: ResourceHandler {
  static let type = "AWS::RAM::ResourceShare"
  static let waits: Set<Intent.Operation> = [.create, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("ram", "CreateResourceShare", omitting: ["Tags"])
    input["tags"] = call.tagList(key: "key", value: "value")
    input["clientToken"] = call.token.map { .string($0) }
    guard let share = try await call.send("ram", "CreateResourceShare", input)["resourceShare"], let arn = share["resourceShareArn"]?.string
    else { throw ProviderFailure.invalid("ram:CreateResourceShare answered without a share.") }
    return CreatedObject(arn, attributes: document(call, share))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await describe(call).map { document(call, $0) } }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    if call.changed.contains("Name") || call.changed.contains("AllowExternalPrincipals") {
      try await call.send(
        "ram", "UpdateResourceShare",
        [
          "resourceShareArn": arn, "name": AWSValue(call.properties["Name"]),
          "allowExternalPrincipals": .bool(call.properties["AllowExternalPrincipals"]?.boolValue ?? true),
        ])
    }
    let changes = ["resourceArns": "ResourceArns", "principals": "Principals", "sources": "Sources"].mapValues { call.memberChange($0) }
    let added = changes.compactMapValues { AWSValue.someStrings($0.added) }
    let removed = changes.compactMapValues { AWSValue.someStrings($0.removed) }
    if !added.isEmpty { try await call.send("ram", "AssociateResourceShare", added.merging(["resourceShareArn": arn]) { $1 }) }
    if !removed.isEmpty { try await call.send("ram", "DisassociateResourceShare", removed.merging(["resourceShareArn": arn]) { $1 }) }
    let permissions = call.memberChange("PermissionArns")
    for permission in permissions.added {
      try await call.send(
        "ram", "AssociateResourceSharePermission",
        ["resourceShareArn": arn, "permissionArn": .string(permission), "replace": true])
    }
    for permission in permissions.removed {
      try await call.send(
        "ram", "DisassociateResourceSharePermission", ["resourceShareArn": arn, "permissionArn": .string(permission)])
    }
    try await call.updateTags { tags in
      try await call.send(
        "ram", "TagResource", ["resourceShareArn": arn, "tags": .tagList(tags, key: "key", value: "value")])
    } remove: { keys in
      try await call.send("ram", "UntagResource", ["resourceShareArn": arn, "tagKeys": .strings(keys)])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ram", "DeleteResourceShare", ["resourceShareArn": .string(call.identifier)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var input: [String: AWSValue?] = ["resourceOwner": "SELF", "name": filter.text("Name").map { .string($0) }]
    if case .tag(let key, let value) = filter { input["tagFilters"] = [["tagKey": .string(key), "tagValues": .strings([value])]] }
    return try await call.pages("ram", "GetResourceShares", input).filter { $0["status"]?.string != "DELETED" }
      .compactMap { $0["resourceShareArn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let share = try await describe(call)
    switch share?["status"]?.string {
    case "ACTIVE": return operation == .delete ? .pending(after: 1_000) : .ready
    case "FAILED": return .failed(share?["statusMessage"]?.string ?? "The share failed.")
    default: return .pending(after: 1_000)
    }
  }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    let answer = try await call.find(
      "ram", "GetResourceShares", ["resourceOwner": "SELF", "resourceShareArns": .strings([call.identifier])],
      absent: ["UnknownResourceException", "ResourceShareNotFoundException"])
    // A deleted share stays listed for hours.
    return answer?["resourceShares"]?.list?.first {
      $0["resourceShareArn"]?.string == call.identifier && $0["status"]?.string != "DELETED"
    }
  }

  private func document(_ call: ResourceCall, _ share: AWSValue) -> PropertyObject {
    call.document(share, renaming: ["Arn": "resourceShareArn"])
  }
}
