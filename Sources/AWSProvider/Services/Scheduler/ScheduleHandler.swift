import AWSClient
import StrataModel

/// Schedules: scheduler:CreateSchedule and its companions.
///
/// A name is unique in its group, and the identifier is the name only; so the group is the handle, and is searched for without one.
struct ScheduleHandler: ResourceHandler {
  static let type = "AWS::Scheduler::Schedule"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    var input = call.input("scheduler", "CreateSchedule")
    input["ClientToken"] = call.token.map { .string($0) }
    let answer = try await call.send("scheduler", "CreateSchedule", input)
    let group = call.text("GroupName") ?? "default"
    return CreatedObject(name, handle: .string(group), attributes: ["Arn": answer["ScheduleArn"]?.propertyValue ?? .null])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await schedule(call).map { call.document($0) } }

  func update(_ call: ResourceCall) async throws {
    let group = try await group(call)
    if let wanted = call.text("GroupName"), wanted != group {
      throw ProviderFailure.unsupported("A schedule cannot move from group '\(group)' to '\(wanted)'; declare it under another name.")
    }
    // UpdateSchedule gives what it is not told its default again.
    var input = call.input("scheduler", "UpdateSchedule")
    input["Name"] = .string(call.identifier)
    input["GroupName"] = .string(group)
    input["ClientToken"] = call.token.map { .string($0) }
    try await call.send("scheduler", "UpdateSchedule", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      "scheduler", "DeleteSchedule",
      [
        "Name": .string(call.identifier), "GroupName": .string(try await group(call)),
        "ClientToken": call.token.map { .string($0) },
      ])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.pages("scheduler", "ListSchedules").compactMap { $0["Name"]?.string }
  }

  private func group(_ call: ResourceCall) async throws -> String {
    if let group = call.handle?.stringValue { return group }
    return try await schedule(call)?["GroupName"]?.string ?? call.text("GroupName") ?? "default"
  }

  private func schedule(_ call: ResourceCall) async throws -> AWSValue? {
    let name = AWSValue.string(call.identifier)
    let absent: Set = ["ResourceNotFoundException"]
    if let group = call.handle?.stringValue {
      return try await call.find("scheduler", "GetSchedule", ["Name": name, "GroupName": .string(group)], absent: absent)
    }
    if let found = try await call.find("scheduler", "GetSchedule", ["Name": name], absent: absent) { return found }
    let namesakes = try await call.pages("scheduler", "ListSchedules", ["NamePrefix": name])
    guard let group = namesakes.first(where: { $0["Name"] == name })?["GroupName"] else { return nil }
    return try await call.find("scheduler", "GetSchedule", ["Name": name, "GroupName": group], absent: absent)
  }
}
