import AWSClient
import StrataModel

/// Conformance packs of all accounts of an organization: config:PutOrganizationConformancePack and its companions.
struct OrganizationConformancePackHandler: ResourceHandler {
  static let type = "AWS::Config::OrganizationConformancePack"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  private static let absent: Set<String> = ["NoSuchOrganizationConformancePackException"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("OrganizationConformancePackName")
    try await put(call)
    return CreatedObject(name, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find("config", "DescribeOrganizationConformancePacks", names(call), absent: Self.absent)
    return answer?["OrganizationConformancePacks"]?.list?.first.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws { try await put(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      "config", "DeleteOrganizationConformancePack", ["OrganizationConformancePackName": .string(call.identifier)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("OrganizationConformancePackName") { return [name] }
    return try await call.pages("config", "DescribeOrganizationConformancePacks")
      .compactMap { $0["OrganizationConformancePackName"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let answer = try await call.find("config", "DescribeOrganizationConformancePackStatuses", names(call), absent: Self.absent)
    let status = answer?["OrganizationConformancePackStatuses"]?.list?.first
    guard let state = status?["Status"]?.string else { return .ready }
    if state.hasSuffix("_IN_PROGRESS") { return .pending(after: 10_000) }
    guard state.hasSuffix("_FAILED") else { return .ready }
    return .failed(status?["ErrorMessage"]?.string ?? "The conformance pack '\(call.identifier)' of the organization is \(state).")
  }

  private func put(_ call: ResourceCall) async throws {
    try await call.send("config", "PutOrganizationConformancePack", call.input("config", "PutOrganizationConformancePack"))
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] { ["OrganizationConformancePackNames": [.string(call.identifier)]] }
}
