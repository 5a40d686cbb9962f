import AWSClient
import StrataModel

/// What is done about resources that a rule found: config:PutRemediationConfigurations and its companions.
///
/// A rule has one, so the name of the rule is its identifier.
struct RemediationConfigurationHandler: ResourceHandler {
  static let type = "AWS::Config::RemediationConfiguration"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let rule = try call.required("ConfigRuleName")
    try await put(call)
    return CreatedObject(rule, attributes: ["Id": .string(rule)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "config", "DescribeRemediationConfigurations", ["ConfigRuleNames": [.string(call.identifier)]],
      absent: ["NoSuchRemediationConfigurationException", "NoSuchConfigRuleException"])
    guard let configuration = answer?["RemediationConfigurations"]?.list?.first else { return nil }
    var document = call.document(configuration)
    document["Id"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws { try await put(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send(
      "config", "DeleteRemediationConfiguration",
      ["ConfigRuleName": .string(call.identifier), "ResourceType": AWSValue(call.properties["ResourceType"])])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let rule = filter.text("ConfigRuleName") { return [rule] }
    return try await call.pages("config", "DescribeConfigRules").compactMap { $0["ConfigRuleName"]?.string }
  }

  private func put(_ call: ResourceCall) async throws {
    let input = call.input(
      "config", "PutRemediationConfigurations", from: ["RemediationConfigurations": .array([.object(call.properties)])])
    let answer = try await call.send("config", "PutRemediationConfigurations", input)
    if let failure = answer["FailedBatches"]?.list?.first?["FailureMessage"]?.string {
      throw ProviderFailure.invalid("config:PutRemediationConfigurations: \(failure)")
    }
  }
}
