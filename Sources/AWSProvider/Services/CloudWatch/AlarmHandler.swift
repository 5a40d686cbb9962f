import AWSClient
import StrataModel

/// Alarms on metrics: cloudwatch:PutMetricAlarm and its companions.
struct AlarmHandler: ResourceHandler {
  static let type = "AWS::CloudWatch::Alarm"
  private static let kind = "MetricAlarm"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("AlarmName")
    try await call.send("cloudwatch", "PutMetricAlarm", call.input("cloudwatch", "PutMetricAlarm"))
    let known: PropertyObject = ["Arn": .string(AlarmCalls.arn(call, name))]
    // The service gives defaults to queries of metrics.
    return call.properties["Metrics"] == nil
      ? CreatedObject(name, attributes: known) : try await call.described(name, by: self, known: known)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await AlarmCalls.read(call, kind: Self.kind) }

  func update(_ call: ResourceCall) async throws { try await AlarmCalls.update(call, "PutMetricAlarm") }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await AlarmCalls.delete(call) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await AlarmCalls.list(call, filter, kind: Self.kind)
  }
}
