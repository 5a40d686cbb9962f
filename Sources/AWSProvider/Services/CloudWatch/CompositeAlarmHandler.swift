import AWSClient
import StrataModel

/// Alarms on other alarms: cloudwatch:PutCompositeAlarm and its companions.
struct CompositeAlarmHandler: ResourceHandler {
  static let type = "AWS::CloudWatch::CompositeAlarm"
  private static let kind = "CompositeAlarm"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("AlarmName")
    try await call.send("cloudwatch", "PutCompositeAlarm", call.input("cloudwatch", "PutCompositeAlarm"))
    return CreatedObject(name, attributes: ["Arn": .string(AlarmCalls.arn(call, name))])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await AlarmCalls.read(call, kind: Self.kind) }

  func update(_ call: ResourceCall) async throws { try await AlarmCalls.update(call, "PutCompositeAlarm") }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await AlarmCalls.delete(call) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    try await AlarmCalls.list(call, filter, kind: Self.kind)
  }
}
