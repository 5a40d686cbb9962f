import AWSClient
import StrataModel

/// Event buses: events:CreateEventBus and its companions.
struct EventBusHandler: ResourceHandler {
  static let type = "AWS::Events::EventBus"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("Name")
    let answer = try await call.send("events", "CreateEventBus", call.input("events", "CreateEventBus"))
    try await call.complete(name) { if call.properties["Policy"] != nil { try await putPolicy(call, name) } }
    return CreatedObject(name, attributes: ["Arn": answer["EventBusArn"]?.propertyValue ?? .string(arn(call, name))])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let name = AWSValue.string(call.identifier)
    guard let bus = try await call.find("events", "DescribeEventBus", ["Name": name], absent: ["ResourceNotFoundException"]) else {
      return nil
    }
    var document = call.document(bus)
    let tags = try await call.send("events", "ListTagsForResource", ["ResourceARN": .string(arn(call, call.identifier))])
    document["Tags"] = call.document(tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let name = AWSValue.string(call.identifier)
    if !call.changed.isSubset(of: ["Policy", "Tags"]) {
      var input = call.input("events", "UpdateEventBus")
      input["Name"] = name
      if call.changed.contains("Description") { input["Description"] = .string(call.text("Description") ?? "") }
      // An empty text is the key of AWS.
      if call.changed.contains("KmsKeyIdentifier") { input["KmsKeyIdentifier"] = .string(call.text("KmsKeyIdentifier") ?? "") }
      if call.changed.contains("DeadLetterConfig") { input["DeadLetterConfig"] = AWSValue(call.properties["DeadLetterConfig"]) ?? [:] }
      if call.changed.contains("LogConfig") { input["LogConfig"] = AWSValue(call.properties["LogConfig"]) ?? ["Level": "OFF"] }
      try await call.send("events", "UpdateEventBus", input)
    }
    if call.changed.contains("Policy") {
      if call.properties["Policy"] != nil {
        try await putPolicy(call, call.identifier)
      } else {
        try await call.send("events", "RemovePermission", ["EventBusName": name, "RemoveAllPermissions": true])
      }
    }
    try await call.updateEventsTags(arn(call, call.identifier))
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("events", "DeleteEventBus", ["Name": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("Name") { return [name] }
    return try await call.pages("events", "ListEventBuses", of: "EventBuses").compactMap { $0["Name"]?.string }
  }

  private func arn(_ call: ResourceCall, _ name: String) -> String { call.arn("events", "event-bus/\(name)") }

  private func putPolicy(_ call: ResourceCall, _ name: String) async throws {
    var input = call.input("events", "PutPermission", from: ["Policy": call.properties["Policy"] ?? .null])
    input["EventBusName"] = .string(name)
    try await call.send("events", "PutPermission", input)
  }
}
