import AWSClient
import StrataModel

/// What restore tests restore: backup:CreateRestoreTestingSelection and its companions.
struct RestoreTestingSelectionHandler: ResourceHandler {
  static let type = "AWS::Backup::RestoreTestingSelection"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let plan = try call.required("RestoreTestingPlanName")
    let identifier = "\(plan)|\(try call.required("RestoreTestingSelectionName"))"
    var input = input(call, "CreateRestoreTestingSelection", omitting: ["RestoreTestingPlanName"])
    input["RestoreTestingPlanName"] = .string(plan)
    input["CreatorRequestId"] = call.token.map { .string($0) }
    try await call.send("backup", "CreateRestoreTestingSelection", input)
    return CreatedObject(identifier, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find("backup", "GetRestoreTestingSelection", identity(call), absent: BackupResources.absent)
    return answer?["RestoreTestingSelection"].map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    let fixed: Set<String> = ["ProtectedResourceType", "RestoreTestingPlanName", "RestoreTestingSelectionName"]
    let input = input(call, "UpdateRestoreTestingSelection", omitting: fixed)
    try await call.send("backup", "UpdateRestoreTestingSelection", input.merging(identity(call)) { _, own in own })
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("backup", "DeleteRestoreTestingSelection", identity(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var plans = filter.text("RestoreTestingPlanName").map { [$0] } ?? []
    if plans.isEmpty {
      plans = try await call.pages("backup", "ListRestoreTestingPlans").compactMap { $0["RestoreTestingPlanName"]?.string }
    }
    var found: [String] = []
    for plan in plans {
      found += try await call.pages("backup", "ListRestoreTestingSelections", ["RestoreTestingPlanName": .string(plan)])
        .compactMap { $0["RestoreTestingSelectionName"]?.string }.map { "\(plan)|\($0)" }
    }
    return found
  }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    ["RestoreTestingPlanName": call.identifierPart(0), "RestoreTestingSelectionName": call.identifierPart(1)]
  }

  private func input(_ call: ResourceCall, _ operation: String, omitting: Set<String>) -> [String: AWSValue?] {
    var selection = call.properties
    for name in omitting { selection[name] = nil }
    return call.input("backup", operation, from: ["RestoreTestingSelection": .object(selection)])
  }
}
