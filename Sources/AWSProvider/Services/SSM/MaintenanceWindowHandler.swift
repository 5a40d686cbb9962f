import AWSClient
import StrataModel

/// Maintenance windows: ssm:CreateMaintenanceWindow and its companions.
struct MaintenanceWindowHandler: ResourceHandler {
  static let type = "AWS::SSM::MaintenanceWindow"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("ssm", "CreateMaintenanceWindow")
    input["ClientToken"] = call.token.map { .string($0) }
    guard let window = try await call.send("ssm", "CreateMaintenanceWindow", input)["WindowId"]?.string else {
      throw ProviderFailure.invalid("ssm:CreateMaintenanceWindow answered without an id")
    }
    return CreatedObject(window, attributes: ["WindowId": .string(window)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let window = AWSValue.string(call.identifier)
    guard let answer = try await call.find("ssm", "GetMaintenanceWindow", ["WindowId": window], absent: ["DoesNotExistException"]) else {
      return nil
    }
    var document = call.document(answer)
    document["Tags"] = try await call.systemsManagerTags("MaintenanceWindow", call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["Tags"] {
      var input = call.input("ssm", "UpdateMaintenanceWindow")
      input["WindowId"] = .string(call.identifier)
      input["Replace"] = true
      try await call.send("ssm", "UpdateMaintenanceWindow", input)
    }
    try await call.updateSystemsManagerTags("MaintenanceWindow", call.identifier)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ssm", "DeleteMaintenanceWindow", ["WindowId": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let filters = filter.text("Name").map { AWSValue.list([["Key": "Name", "Values": [.string($0)]]]) }
    let windows = try await call.pages("ssm", "DescribeMaintenanceWindows", ["Filters": filters])
    return windows.compactMap { $0["WindowId"]?.string }
  }

  /// The windows in which what is sought can be: the one that is named, or all.
  func windows(_ call: ResourceCall, of filter: ListFilter) async throws -> [String] {
    if let window = filter.text("WindowId") { return [window] }
    return try await list(call, matching: .all)
  }
}
