import AWSClient
import StrataModel

/// Dashboards: cloudwatch:PutDashboard and its companions.
struct DashboardHandler: ResourceHandler {
  static let type = "AWS::CloudWatch::Dashboard"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("DashboardName")
    try await call.send("cloudwatch", "PutDashboard", call.input("cloudwatch", "PutDashboard"))
    return CreatedObject(name, attributes: [:])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = AWSValue.string(call.identifier)
    let absent: Set = ["ResourceNotFound", "DashboardNotFoundError"]
    return try await call.find("cloudwatch", "GetDashboard", ["DashboardName": name], absent: absent).map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    var input = call.input("cloudwatch", "PutDashboard")
    input["DashboardName"] = .string(call.identifier)
    try await call.send("cloudwatch", "PutDashboard", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("cloudwatch", "DeleteDashboards", ["DashboardNames": [.string(call.identifier)]])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("DashboardName") { return [name] }
    return try await call.pages("cloudwatch", "ListDashboards").compactMap { $0["DashboardName"]?.string }
  }
}
