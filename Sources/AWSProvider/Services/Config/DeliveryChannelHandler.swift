import AWSClient
import StrataModel

/// The delivery channel of a region: config:PutDeliveryChannel and its companions.
struct DeliveryChannelHandler: ResourceHandler {
  static let type = "AWS::Config::DeliveryChannel"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = call.text("Name") ?? "default"
    try await put(call, name)
    try await call.complete(name) {
      try await ConfigRecording.startAll(call)
    }
    return CreatedObject(name, attributes: ["Id": .string(name)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "config", "DescribeDeliveryChannels", ["DeliveryChannelNames": [.string(call.identifier)]],
      absent: ["NoSuchDeliveryChannelException"])
    guard let channel = answer?["DeliveryChannels"]?.list?.first else { return nil }
    var document = call.document(channel)
    document["Id"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws { try await put(call, call.identifier) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await ConfigRecording.stopAll(call)
    try await call.send("config", "DeleteDeliveryChannel", ["DeliveryChannelName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let answer = try await call.send("config", "DescribeDeliveryChannels")
    return answer["DeliveryChannels"]?.list?.compactMap { $0["name"]?.string } ?? []
  }

  private func put(_ call: ResourceCall, _ name: String) async throws {
    var channel = call.properties
    channel["Name"] = .string(name)
    let input = call.input("config", "PutDeliveryChannel", from: ["DeliveryChannel": .object(channel)])
    try await call.send("config", "PutDeliveryChannel", input)
  }
}
