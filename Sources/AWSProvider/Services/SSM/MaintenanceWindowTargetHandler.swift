import AWSClient
import StrataModel

/// Targets of maintenance windows: ssm:RegisterTargetWithMaintenanceWindow and its companions.
struct MaintenanceWindowTargetHandler: ResourceHandler {
  static let type = "AWS::SSM::MaintenanceWindowTarget"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let window = try call.required("WindowId")
    var input = call.input("ssm", "RegisterTargetWithMaintenanceWindow")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let target = try await call.send("ssm", "RegisterTargetWithMaintenanceWindow", input)["WindowTargetId"]?.string else {
      throw ProviderFailure.invalid("ssm:RegisterTargetWithMaintenanceWindow answered without an id")
    }
    return CreatedObject("\(window)|\(target)", attributes: ["WindowTargetId": .string(target)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let target = call.identifierParts.last ?? ""
    let targets = try await targets(call, of: call.identifierParts.first ?? "")
    return targets.first { $0["WindowTargetId"]?.string == target }.map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("ResourceType") {
      throw ProviderFailure.unsupported("The kind of a maintenance window's target cannot change; declare it under another id.")
    }
    var input = call.input("ssm", "UpdateMaintenanceWindowTarget").merging(names(call)) { _, name in name }
    input["Replace"] = true
    try await call.send("ssm", "UpdateMaintenanceWindowTarget", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ssm", "DeregisterTargetFromMaintenanceWindow", names(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for window in try await MaintenanceWindowHandler().windows(call, of: filter) {
      found += try await targets(call, of: window).compactMap { $0["WindowTargetId"]?.string }.map { "\(window)|\($0)" }
    }
    return found
  }

  private func targets(_ call: ResourceCall, of window: String) async throws -> [AWSValue] {
    try await call.pages("ssm", "DescribeMaintenanceWindowTargets", ["WindowId": .string(window)], absent: ["DoesNotExistException"])
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] {
    let parts = call.identifierParts
    return ["WindowId": parts.first.map { .string($0) }, "WindowTargetId": parts.last.map { .string($0) }]
  }
}
