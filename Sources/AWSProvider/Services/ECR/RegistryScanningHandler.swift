import AWSClient
import StrataModel

/// How a registry scans images: one configuration for an account and region.
///
/// It always exists; basic scanning without rules is what a registry has by itself, and counts as none.
struct RegistryScanningHandler: ResourceHandler {
  static let type = "AWS::ECR::RegistryScanningConfiguration"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    try await update(call)
    let registry = call.placement.account
    return CreatedObject(registry, attributes: ["RegistryId": .string(registry)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.send("ecr", "GetRegistryScanningConfiguration")
    let configuration = answer["scanningConfiguration"]
    if configuration?["scanType"]?.string != "ENHANCED", configuration?["rules"]?.list?.isEmpty ?? true { return nil }
    return call.document(configuration).merging(["RegistryId": .string(call.placement.account)])
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send("ecr", "PutRegistryScanningConfiguration", call.input("ecr", "PutRegistryScanningConfiguration"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ecr", "PutRegistryScanningConfiguration", ["scanType": "BASIC", "rules": []])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { [call.placement.account] }
}
