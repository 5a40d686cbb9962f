import AWSClient
import StrataModel

/// Backup plans: backup:CreateBackupPlan and its companions.
struct BackupPlanHandler: ResourceHandler {
  static let type = "AWS::Backup::BackupPlan"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("backup", "CreateBackupPlan", from: renamed(call.properties))
    input["CreatorRequestId"] = call.token.map { .string($0) }
    let answer = try await call.send("backup", "CreateBackupPlan", input)
    guard let identifier = answer["BackupPlanId"]?.string else {
      throw ProviderFailure.invalid("backup:CreateBackupPlan answered without an id")
    }
    return CreatedObject(identifier, attributes: call.document(answer))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "backup", "GetBackupPlan", ["BackupPlanId": .string(call.identifier)], absent: BackupResources.absent)
    // A plan that was deleted can still be read for a while.
    guard let answer, answer["DeletionDate"] == nil else { return nil }
    var document = call.document(answer, omitting: ["BackupPlan"])
    var plan = answer["BackupPlan"]?.structure ?? [:]
    plan["BackupPlanRule"] = .list(
      plan["Rules"]?.list?.map { rule in
        var rule = rule.structure ?? [:]
        rule["TargetBackupVault"] = rule["TargetBackupVaultName"]
        return .structure(rule)
      } ?? [])
    document["BackupPlan"] = call.document(["BackupPlan": .structure(plan)])["BackupPlan"]
    return document.merging(try await BackupResources.tags(call, of: answer["BackupPlanArn"]))
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed.contains("BackupPlan") {
      var input = call.input("backup", "UpdateBackupPlan", from: renamed(call.properties))
      input["BackupPlanId"] = .string(call.identifier)
      try await call.send("backup", "UpdateBackupPlan", input)
    }
    try await BackupResources.updateTags(call, of: .string(call.arn("backup", "backup-plan:\(call.identifier)")))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("backup", "DeleteBackupPlan", ["BackupPlanId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await call.pages("backup", "ListBackupPlans").compactMap { $0["BackupPlanId"]?.string }
  }

  /// The properties with the API's names for a plan's rules and their vaults.
  private func renamed(_ properties: PropertyObject) -> PropertyObject {
    guard var plan = properties["BackupPlan"]?.objectValue else { return properties }
    let rules = plan["BackupPlanRule"]?.arrayValue?.map { rule -> PropertyValue in
      guard var members = rule.objectValue else { return rule }
      members["TargetBackupVaultName"] = members["TargetBackupVault"]
      members["TargetBackupVault"] = nil
      return .object(members)
    }
    plan["BackupPlanRule"] = nil
    plan["Rules"] = .array(rules ?? [])
    var properties = properties
    properties["BackupPlan"] = .object(plan)
    return properties
  }
}
