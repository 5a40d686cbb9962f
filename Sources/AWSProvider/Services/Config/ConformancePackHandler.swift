import AWSClient
import StrataModel

/// Conformance packs: config:PutConformancePack and its companions.
///
/// Config makes and removes the pack's rules for some minutes.
struct ConformancePackHandler: ResourceHandler {
  static let type = "AWS::Config::ConformancePack"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  private static let absent: Set<String> = ["NoSuchConformancePackException"]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("ConformancePackName")
    try await call.send("config", "PutConformancePack", call.input("config", "PutConformancePack"))
    return CreatedObject(name, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find("config", "DescribeConformancePacks", names(call), absent: Self.absent)
    return answer?["ConformancePackDetails"]?.list?.first.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send("config", "PutConformancePack", call.input("config", "PutConformancePack"))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("config", "DeleteConformancePack", ["ConformancePackName": .string(call.identifier)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("ConformancePackName") { return [name] }
    return try await call.pages("config", "DescribeConformancePacks").compactMap { $0["ConformancePackName"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    let answer = try await call.find("config", "DescribeConformancePackStatus", names(call), absent: Self.absent)
    let status = answer?["ConformancePackStatusDetails"]?.list?.first
    switch status?["ConformancePackState"]?.string {
    case "CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS": return .pending(after: 10_000)
    case "CREATE_FAILED", "DELETE_FAILED":
      return .failed(status?["ConformancePackStatusReason"]?.string ?? "The conformance pack '\(call.identifier)' failed.")
    default: return .ready
    }
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] { ["ConformancePackNames": [.string(call.identifier)]] }
}
