import AWSClient
import StrataModel

/// Report plans: backup:CreateReportPlan and its companions.
struct ReportPlanHandler: ResourceHandler {
  static let type = "AWS::Backup::ReportPlan"
  static let waits: Set<Intent.Operation> = [.create, .update, .delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("backup", "CreateReportPlan")
    input["IdempotencyToken"] = call.token.map { .string($0) }
    let answer = try await call.send("backup", "CreateReportPlan", input)
    guard let arn = answer["ReportPlanArn"]?.string else {
      throw ProviderFailure.invalid("backup:CreateReportPlan answered without an ARN")
    }
    return CreatedObject(arn, attributes: ["ReportPlanArn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let plan = try await plan(call) else { return nil }
    return call.document(plan).merging(try await BackupResources.tags(call, of: plan["ReportPlanArn"]))
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["ReportPlanTags"] {
      var input = call.input("backup", "UpdateReportPlan")
      input["ReportPlanName"] = name(call)
      if call.properties["ReportPlanDescription"] == nil { input["ReportPlanDescription"] = "" }
      input["IdempotencyToken"] = call.token.map { .string($0) }
      try await call.send("backup", "UpdateReportPlan", input)
    }
    try await BackupResources.updateTags(call, of: .string(call.identifier))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("backup", "DeleteReportPlan", ["ReportPlanName": name(call)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let plans = try await call.elements("backup", "ListReportPlans", in: "ReportPlans")
    let name = filter.text("ReportPlanName")
    return plans.filter { name == nil || $0["ReportPlanName"]?.string == name }.compactMap { $0["ReportPlanArn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    BackupResources.readiness(try await plan(call))
  }

  private func name(_ call: ResourceCall) -> AWSValue { .string(BackupResources.name(inARN: call.identifier)) }

  private func plan(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("backup", "DescribeReportPlan", ["ReportPlanName": name(call)], absent: BackupResources.absent)?["ReportPlan"]
  }
}
