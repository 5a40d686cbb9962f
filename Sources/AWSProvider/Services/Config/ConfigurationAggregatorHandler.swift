import AWSClient
import StrataModel

/// Aggregators: config:PutConfigurationAggregator and its companions.
struct ConfigurationAggregatorHandler: ResourceHandler {
  static let type = "AWS::Config::ConfigurationAggregator"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("ConfigurationAggregatorName")
    let answer = try await call.send(
      "config", "PutConfigurationAggregator", call.input("config", "PutConfigurationAggregator"))
    return CreatedObject(name, attributes: call.document(answer["ConfigurationAggregator"]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let aggregator = try await found(call) else { return nil }
    var document = call.document(aggregator)
    if let arn = aggregator["ConfigurationAggregatorArn"] {
      let tags = try await call.pages("config", "ListTagsForResource", ["ResourceArn": arn])
      document["Tags"] = call.document(["Tags": .list(tags)])["Tags"]
    }
    return document
  }

  func update(_ call: ResourceCall) async throws {
    if call.changed != ["Tags"] {
      // Tags are ignored here once the aggregator exists; emulators take what is not said for none.
      try await call.send("config", "PutConfigurationAggregator", call.input("config", "PutConfigurationAggregator"))
    }
    guard call.changed.contains("Tags") else { return }
    try await ConfigRecording.updateTags(call, of: try await found(call)?["ConfigurationAggregatorArn"])
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("config", "DeleteConfigurationAggregator", ["ConfigurationAggregatorName": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("ConfigurationAggregatorName") { return [name] }
    return try await call.pages("config", "DescribeConfigurationAggregators").compactMap { $0["ConfigurationAggregatorName"]?.string }
  }

  private func found(_ call: ResourceCall) async throws -> AWSValue? {
    let answer = try await call.find(
      "config", "DescribeConfigurationAggregators", ["ConfigurationAggregatorNames": [.string(call.identifier)]],
      absent: ["NoSuchConfigurationAggregatorException"])
    return answer?["ConfigurationAggregators"]?.list?.first
  }
}
