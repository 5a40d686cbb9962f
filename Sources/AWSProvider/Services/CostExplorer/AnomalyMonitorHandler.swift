import AWSClient
import StrataModel

/// Monitors of unusual costs: ce:CreateAnomalyMonitor and its companions.
struct AnomalyMonitorHandler: ResourceHandler {
  static let type = "AWS::CE::AnomalyMonitor"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var monitor = try call.properties.readingJSON(of: ["MonitorSpecification"])
    monitor["ResourceTags"] = nil
    var input = call.input("ce", "CreateAnomalyMonitor", from: ["AnomalyMonitor": .object(monitor)])
    input["ResourceTags"] = call.tagList()
    let answer = try await call.send("ce", "CreateAnomalyMonitor", input)
    guard let arn = answer["MonitorArn"]?.string else { throw ProviderFailure.invalid("ce:CreateAnomalyMonitor answered without an ARN") }
    return CreatedObject(arn, attributes: ["MonitorArn": .string(arn)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "ce", "GetAnomalyMonitors", ["MonitorArnList": [.string(call.identifier)]], absent: ["UnknownMonitorException"])
    guard let monitor = answer?["AnomalyMonitors"]?.list?.first else { return nil }
    var document = call.document(monitor)
    document["ResourceTags"] = try await CostTags.read(call)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    try await call.send(
      "ce", "UpdateAnomalyMonitor",
      ["MonitorArn": .string(call.identifier), "MonitorName": AWSValue(call.properties["MonitorName"])])
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("ce", "DeleteAnomalyMonitor", ["MonitorArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("MonitorName")
    return try await call.pages("ce", "GetAnomalyMonitors").filter { name == nil || $0["MonitorName"]?.string == name }
      .compactMap { $0["MonitorArn"]?.string }
  }
}
