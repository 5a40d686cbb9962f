import AWSClient
import StrataModel

/// Plans of restore tests: backup:CreateRestoreTestingPlan and its companions.
struct RestoreTestingPlanHandler: ResourceHandler {
  static let type = "AWS::Backup::RestoreTestingPlan"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("RestoreTestingPlanName")
    var input = input(call, "CreateRestoreTestingPlan", omitting: [])
    input["CreatorRequestId"] = call.token.map { .string($0) }
    input["Tags"] = call.tagMap
    let answer = try await call.send("backup", "CreateRestoreTestingPlan", input)
    return CreatedObject(name, attributes: call.document(answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let plan = try await plan(call) else { return nil }
    return call.document(plan).merging(try await BackupResources.tags(call, of: plan["RestoreTestingPlanArn"]))
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["Tags"] {
      var input = input(call, "UpdateRestoreTestingPlan", omitting: ["RestoreTestingPlanName"])
      input["RestoreTestingPlanName"] = .string(call.identifier)
      try await call.send("backup", "UpdateRestoreTestingPlan", input)
    }
    guard call.changed.contains("Tags") else { return }
    try await BackupResources.updateTags(call, of: try await plan(call)?["RestoreTestingPlanArn"])
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("backup", "DeleteRestoreTestingPlan", ["RestoreTestingPlanName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("RestoreTestingPlanName") { return [name] }
    return try await call.pages("backup", "ListRestoreTestingPlans").compactMap { $0["RestoreTestingPlanName"]?.string }
  }

  private func plan(_ call: ResourceCall) async throws -> AWSValue? {
    let name = AWSValue.string(call.identifier)
    let answer = try await call.find(
      "backup", "GetRestoreTestingPlan", ["RestoreTestingPlanName": name], absent: BackupResources.absent)
    return answer?["RestoreTestingPlan"]
  }

  private func input(_ call: ResourceCall, _ operation: String, omitting: Set<String>) -> [String: AWSValue?] {
    var plan = call.properties
    for name in omitting.union(["Tags"]) { plan[name] = nil }
    return call.input("backup", operation, from: ["RestoreTestingPlan": .object(plan)])
  }
}
