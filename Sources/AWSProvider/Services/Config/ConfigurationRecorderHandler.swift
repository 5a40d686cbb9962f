import AWSClient
import StrataModel

/// The recorder of a region: config:PutConfigurationRecorder and its companions.
struct ConfigurationRecorderHandler: ResourceHandler {
  static let type = "AWS::Config::ConfigurationRecorder"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = call.text("Name") ?? "default"
    try await put(call, name)
    try await call.complete(name) {
      try await ConfigRecording.start(call, name)
    }
    return CreatedObject(name, attributes: ["Id": .string(name)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "config", "DescribeConfigurationRecorders", ["ConfigurationRecorderNames": [.string(call.identifier)]],
      absent: ["NoSuchConfigurationRecorderException"])
    guard let recorder = answer?["ConfigurationRecorders"]?.list?.first else { return nil }
    var document = call.document(recorder)
    document["Id"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws { try await put(call, call.identifier) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    let name = AWSValue.string(call.identifier)
    try await call.send("config", "StopConfigurationRecorder", ["ConfigurationRecorderName": name])
    try await call.send("config", "DeleteConfigurationRecorder", ["ConfigurationRecorderName": name])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let answer = try await call.send("config", "DescribeConfigurationRecorders")
    return answer["ConfigurationRecorders"]?.list?.compactMap { $0["name"]?.string } ?? []
  }

  private func put(_ call: ResourceCall, _ name: String) async throws {
    var recorder = call.properties
    recorder["Name"] = .string(name)
    let input = call.input("config", "PutConfigurationRecorder", from: ["ConfigurationRecorder": .object(recorder)])
    try await call.send("config", "PutConfigurationRecorder", input)
  }
}
