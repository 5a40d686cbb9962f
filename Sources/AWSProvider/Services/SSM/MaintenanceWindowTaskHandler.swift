import AWSClient
import StrataModel

/// Tasks of maintenance windows: ssm:RegisterTaskWithMaintenanceWindow and its companions.
struct MaintenanceWindowTaskHandler: ResourceHandler {
  static let type = "AWS::SSM::MaintenanceWindowTask"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let window = try call.required("WindowId")
    var input = input(call, "RegisterTaskWithMaintenanceWindow")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let task = try await call.send("ssm", "RegisterTaskWithMaintenanceWindow", input)["WindowTaskId"]?.string else {
      throw ProviderFailure.invalid("ssm:RegisterTaskWithMaintenanceWindow answered without an id")
    }
    return CreatedObject("\(window)|\(task)", attributes: ["WindowTaskId": .string(task)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let task = try await call.find("ssm", "GetMaintenanceWindowTask", names(call), absent: ["DoesNotExistException"]) else {
      return nil
    }
    let document = call.document(task, omitting: ["LoggingInfo", "TaskInvocationParameters"])
    let logging = task["LoggingInfo"]?.propertyValue.renamingFields(Self.inverse(Self.loggingNames))
    let parameters = task["TaskInvocationParameters"]?.structure ?? [:]
    let names = Self.inverse(Self.parameterNames)
    let invocation = Dictionary(parameters.map { (names[$0.key] ?? $0.key, $0.value) }) { first, _ in first }
    var nested: [String: AWSValue] = ["TaskInvocationParameters": .structure(invocation)]
    nested["LoggingInfo"] = AWSValue(logging)
    return document.merging(call.document(.structure(nested)))
  }

  func update(_ call: ResourceCall) async throws {
    var input = input(call, "UpdateMaintenanceWindowTask").merging(names(call)) { _, name in name }
    input["Replace"] = true
    try await call.send("ssm", "UpdateMaintenanceWindowTask", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ssm", "DeregisterTaskFromMaintenanceWindow", names(call))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var found: [String] = []
    for window in try await MaintenanceWindowHandler().windows(call, of: filter) {
      let tasks = try await call.pages(
        "ssm", "DescribeMaintenanceWindowTasks", ["WindowId": .string(window)], absent: ["DoesNotExistException"])
      found += tasks.compactMap { $0["WindowTaskId"]?.string }.map { "\(window)|\($0)" }
    }
    return found
  }

  // MARK: Names

  private static let loggingNames = ["Region": "S3Region", "S3Bucket": "S3BucketName", "S3Prefix": "S3KeyPrefix"]

  private static let parameterNames = [
    "MaintenanceWindowAutomationParameters": "Automation", "MaintenanceWindowLambdaParameters": "Lambda",
    "MaintenanceWindowRunCommandParameters": "RunCommand", "MaintenanceWindowStepFunctionsParameters": "StepFunctions",
  ]

  private static func inverse(_ names: [String: String]) -> [String: String] {
    Dictionary(names.map { ($0.value, $0.key) }) { first, _ in first }
  }

  private func input(_ call: ResourceCall, _ operation: String) -> [String: AWSValue?] {
    var properties = call.properties
    properties["LoggingInfo"] = properties["LoggingInfo"]?.renamingFields(Self.loggingNames)
    properties["TaskInvocationParameters"] = properties["TaskInvocationParameters"]?.objectValue.map { parameters in
      .object(PropertyObject(parameters.fields.map { (Self.parameterNames[$0.key] ?? $0.key, $0.value) }))
    }
    return call.input("ssm", operation, from: properties)
  }

  private func names(_ call: ResourceCall) -> [String: AWSValue?] {
    let parts = call.identifierParts
    return ["WindowId": parts.first.map { .string($0) }, "WindowTaskId": parts.last.map { .string($0) }]
  }
}
