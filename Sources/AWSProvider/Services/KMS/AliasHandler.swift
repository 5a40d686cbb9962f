import AWSClient
import StrataModel

/// Aliases of KMS keys: kms:CreateAlias and its companions.
struct AliasHandler: ResourceHandler {
  static let type = "AWS::KMS::Alias"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("AliasName")
    try await call.send("kms", "CreateAlias", call.input("kms", "CreateAlias"))
    return CreatedObject(name, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    // There is no operation for one alias; ListAliases knows them all.
    let aliases = try await call.pages("kms", "ListAliases")
    return aliases.first { $0["AliasName"]?.string == call.identifier }.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send("kms", "UpdateAlias", call.input("kms", "UpdateAlias"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("kms", "DeleteAlias", ["AliasName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("AliasName") { return [name] }
    return try await call.pages("kms", "ListAliases").compactMap { $0["AliasName"]?.string }
  }
}
