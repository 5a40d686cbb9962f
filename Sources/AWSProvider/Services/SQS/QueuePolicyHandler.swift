import AWSClient
import StrataModel

/// Policies of queues: the attribute `Policy` of sqs:SetQueueAttributes.
///
/// The identifier is the queues' URLs as they were at the creation, with commas between.
struct QueuePolicyHandler: ResourceHandler {
  static let type = "AWS::SQS::QueuePolicy"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let queues = call.texts("Queues")
    guard let first = queues.first else { throw ProviderFailure.invalid("A queue policy needs a queue.") }
    let identifier = queues.joined(separator: ",")
    try await put(call, first)
    try await call.complete(identifier) { for queue in queues.dropFirst() { try await put(call, queue) } }
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let queues = queues(of: call)
    let answer = try await call.find(
      "sqs", "GetQueueAttributes", ["QueueUrl": queues.first.map { .string($0) }, "AttributeNames": ["Policy"]],
      absent: QueueHandler.absent)
    guard let policy = answer?["Attributes"]?["Policy"], policy.string != "", let document = ShapeOutput.json(policy) else { return nil }
    return ["Id": .string(call.identifier), "PolicyDocument": document, "Queues": .texts(queues)]
  }

  func update(_ call: ResourceCall) async throws {
    for queue in call.texts("Queues") { try await put(call, queue) }
    for queue in ListChange(from: call.previous["Queues"].texts, to: call.texts("Queues")).removed { try await set(call, queue, "") }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let queues = call.properties["Queues"] == nil ? queues(of: call) : call.texts("Queues")
    for queue in queues { try await set(call, queue, "") }
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if case .properties(let properties) = filter, properties["Queues"] != nil { return [properties["Queues"].texts.joined(separator: ",")] }
    return try await QueueHandler().list(call, matching: .all)
  }

  private func queues(of call: ResourceCall) -> [String] { call.identifier.split(separator: ",").map { String($0) } }

  private func put(_ call: ResourceCall, _ queue: String) async throws {
    try await set(call, queue, call.attributeText("PolicyDocument") ?? "")
  }

  private func set(_ call: ResourceCall, _ queue: String, _ policy: String) async throws {
    try await call.send("sqs", "SetQueueAttributes", ["QueueUrl": .string(queue), "Attributes": ["Policy": .string(policy)]])
  }
}
