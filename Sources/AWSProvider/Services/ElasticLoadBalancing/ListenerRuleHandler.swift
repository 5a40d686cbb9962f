import AWSClient
import StrataModel

/// Rules of listeners: elasticloadbalancing:CreateRule and its companions.
///
/// The priority is changed by a call of its own.
struct ListenerRuleHandler: ResourceHandler {
  static let type = "AWS::ElasticLoadBalancingV2::ListenerRule"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let answer = try await call.send("elbv2", "CreateRule", call.input("elbv2", "CreateRule"))
    guard let rule = answer["Rules"]?.list?.first, let arn = rule["RuleArn"]?.string else {
      throw ProviderFailure.invalid("elasticloadbalancing:CreateRule answered without a rule.")
    }
    return CreatedObject(arn, attributes: document(call, rule))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await call.describeELB("DescribeRules", "RuleArns", in: "Rules").map { document(call, $0) }
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    let parts = call.changed.intersection(["Actions", "Conditions", "Transforms"])
    if !parts.isEmpty {
      let properties = PropertyObject(call.properties.fields.filter { parts.contains($0.key) }.map { ($0.key, $0.value) })
      var input = call.input("elbv2", "ModifyRule", from: properties)
      input["RuleArn"] = arn
      if parts.contains("Transforms"), call.properties["Transforms"] == nil { input["ResetTransforms"] = true }
      try await call.send("elbv2", "ModifyRule", input)
    }
    if call.changed.contains("Priority"), let priority = call.properties["Priority"]?.integerValue {
      try await call.send("elbv2", "SetRulePriorities", ["RulePriorities": [["RuleArn": arn, "Priority": .integer(priority)]]])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("elbv2", "DeleteRule", ["RuleArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var listeners = [filter.text("ListenerArn")].compactMap { $0 }
    if listeners.isEmpty { listeners = try await ListenerHandler().list(call, matching: .all) }
    var rules: [String] = []
    for listener in listeners {
      let found = try await call.pages("elbv2", "DescribeRules", ["ListenerArn": .string(listener)])
      rules += found.filter { $0["IsDefault"]?.bool != true }.compactMap { $0["RuleArn"]?.string }
    }
    return rules
  }

  private func document(_ call: ResourceCall, _ rule: AWSValue) -> PropertyObject {
    var document = call.document(rule)
    // A rule's ARN is its listener's with one more part, and another word for the kind.
    if let parts = rule["RuleArn"]?.string?.split(separator: "/"), parts.count > 1 {
      let listener = parts.dropLast().joined(separator: "/")
      document["ListenerArn"] = .string(listener.replacing(":listener-rule", with: ":listener", maxReplacements: 1))
    }
    return document
  }
}
