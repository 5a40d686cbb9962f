import AWSClient
import StrataModel

/// What a backup plan backs up: backup:CreateBackupSelection and its companions.
///
/// The identifier is `SelectionId_BackupPlanId`.
struct BackupSelectionHandler: ResourceHandler {
  static let type = "AWS::Backup::BackupSelection"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let plan = try call.required("BackupPlanId")
    var input = call.input("backup", "CreateBackupSelection")
    input["CreatorRequestId"] = call.token.map { .string($0) }
    let answer = try await call.send("backup", "CreateBackupSelection", input)
    guard let selection = answer["SelectionId"]?.string else {
      throw ProviderFailure.invalid("backup:CreateBackupSelection answered without an id")
    }
    let identifier = "\(selection)_\(plan)"
    return CreatedObject(identifier, attributes: ["Id": .string(identifier), "SelectionId": .string(selection)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard
      let answer = try await call.find("backup", "GetBackupSelection", identity(call), absent: BackupResources.absent)
    else { return nil }
    var document = call.document(answer)
    document["Id"] = .string(call.identifier)
    return document
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("backup", "DeleteBackupSelection", identity(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var plans = filter.text("BackupPlanId").map { [$0] } ?? []
    if plans.isEmpty { plans = try await call.pages("backup", "ListBackupPlans").compactMap { $0["BackupPlanId"]?.string } }
    var found: [String] = []
    for plan in plans {
      found += try await call.pages("backup", "ListBackupSelections", ["BackupPlanId": .string(plan)])
        .compactMap { $0["SelectionId"]?.string }.map { "\($0)_\(plan)" }
    }
    return found
  }

  private func identity(_ call: ResourceCall) -> [String: AWSValue?] {
    let parts = call.identifier.split(separator: "_", maxSplits: 1).map { String($0) }
    return ["SelectionId": .string(parts.first ?? ""), "BackupPlanId": .string(parts.count == 2 ? parts[1] : "")]
  }
}
