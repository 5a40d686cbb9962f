import AWSClient
import StrataModel

/// Rules: config:PutConfigRule and its companions.
struct ConfigRuleHandler: ResourceHandler {
  static let type = "AWS::Config::ConfigRule"
  static let waits: Set<Intent.Operation> = [.delete]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let name = try call.required("ConfigRuleName")
    try await put(call)
    // PutConfigRule answers with nothing, and the ARN contains a random part.
    return CreatedObject(name, attributes: nil)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let answer = try await call.find(
      "config", "DescribeConfigRules", ["ConfigRuleNames": [.string(call.identifier)]], absent: ["NoSuchConfigRuleException"])
    return answer?["ConfigRules"]?.list?.first.map { call.document($0, renaming: ["Arn": "ConfigRuleArn"]) }
  }

  func update(_ call: ResourceCall) async throws { try await put(call) }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("config", "DeleteConfigRule", ["ConfigRuleName": .string(call.identifier)])
    return .started
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    if let name = filter.text("ConfigRuleName") { return [name] }
    return try await call.pages("config", "DescribeConfigRules").compactMap { $0["ConfigRuleName"]?.string }
  }

  private func put(_ call: ResourceCall) async throws {
    var rule = call.properties
    // What a rule has found is shown under its properties, and is nothing to set.
    rule["Compliance"] = nil
    try await call.send("config", "PutConfigRule", call.input("config", "PutConfigRule", from: ["ConfigRule": .object(rule)]))
  }
}
