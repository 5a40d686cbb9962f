import AWSClient
import StrataModel

/// Statements in the policies of event buses: events:PutPermission and its companions.
///
/// PutPermission takes either the parts of a simple statement or a whole policy; a statement that is declared as such is put into the policy
/// that is there.
struct EventBusPolicyHandler: ResourceHandler {
  static let type = "AWS::Events::EventBusPolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let bus = call.text("EventBusName") ?? "default"
    let statement = try call.required("StatementId")
    try await put(call, bus, statement)
    // The service completes the statement.
    return try await call.described("\(bus)|\(statement)", by: self, known: ["EventBusName": .string(bus)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let (bus, statement) = names(call)
    guard let found = try await statements(call, bus).first(where: { $0["Sid"]?.stringValue == statement }) else { return nil }
    return ["EventBusName": .string(bus), "StatementId": .string(statement), "Statement": found]
  }

  func update(_ call: ResourceCall) async throws {
    let (bus, statement) = names(call)
    try await put(call, bus, statement)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let (bus, statement) = names(call)
    try await call.send("events", "RemovePermission", ["EventBusName": .string(bus), "StatementId": .string(statement)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var buses = [filter.text("EventBusName") ?? "default"]
    if filter == .all { buses = try await EventBusHandler().list(call, matching: .all) }
    var found: [String] = []
    for bus in buses { found += try await statements(call, bus).compactMap { $0["Sid"]?.stringValue }.map { "\(bus)|\($0)" } }
    return found
  }

  private func names(_ call: ResourceCall) -> (bus: String, statement: String) {
    (call.identifierParts.first ?? "", call.identifierParts.last ?? "")
  }

  private func statements(_ call: ResourceCall, _ bus: String) async throws -> [PropertyValue] {
    let answer = try await call.find("events", "DescribeEventBus", ["Name": .string(bus)], absent: ["ResourceNotFoundException"])
    return answer?["Policy"].flatMap { ShapeOutput.json($0) }?["Statement"]?.arrayValue ?? []
  }

  private func put(_ call: ResourceCall, _ bus: String, _ statement: String) async throws {
    var input: [String: AWSValue?]
    if let declared = call.properties["Statement"] {
      var wanted = ShapeOutput.json(AWSValue(declared))?.objectValue ?? [:]
      wanted["Sid"] = .string(statement)
      let others = try await statements(call, bus).filter { $0["Sid"]?.stringValue != statement }
      let policy: PropertyValue = ["Version": "2012-10-17", "Statement": .array(others + [.object(wanted)])]
      input = ["Policy": .string(JSONWriter.plainText(of: policy))]
    } else {
      input = call.input("events", "PutPermission")
      input["StatementId"] = .string(statement)
    }
    input["EventBusName"] = .string(bus)
    try await call.send("events", "PutPermission", input)
  }
}
