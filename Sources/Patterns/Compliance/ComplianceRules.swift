public import StrataAWS
public import StrataLanguage

/// Rules that AWS Config checks, with automatic repair where a rule has a remedy.
///
/// Creates a `Config.ConfigRule` for each rule; for each remedy a `Config.RemediationConfiguration`; and one role for all remedies, with
/// the actions that they call and no more. The rules wait for the recorder's delivery channel, without which AWS Config refuses them.
@Component
public final class ComplianceRules {
  public let id: String
  let name: String
  let recorder: ConfigurationRecorder
  let rules: [ComplianceRule]

  public lazy var role = ServiceRole("remedies", for: "ssm") {
    Allow(rules.compactMap(\.remedy).flatMap(\.permissions), on: ["*"])
  }

  public var body: some Infrastructure {
    for rule in rules {
      let config = Config.ConfigRule(
        rule.id, source: .init(owner: "AWS", sourceIdentifier: rule.source), configRuleName: "\(name)-\(rule.id)",
        inputParameters: rule.parameters.map { Document($0.mapValues { "\($0)" }) }
      ).after(recorder)
      config
      if let remedy = rule.remedy {
        Config.RemediationConfiguration(
          "\(rule.id)-remedy", configRuleName: config, targetId: remedy.document, targetType: "SSM_DOCUMENT", automatic: true,
          maximumAutomaticAttempts: 3, parameters: parameters(of: remedy), retryAttemptSeconds: 60)
      }
    }
  }

  private func parameters(of remedy: ComplianceRule.Remedy) -> Document {
    var parameters: [String: Document] = remedy.values.mapValues { ["StaticValue": ["Values": ["\($0)"]]] }
    parameters["AutomationAssumeRole"] = ["StaticValue": ["Values": ["\(role.arn)"]]]
    parameters[remedy.resourceParameter] = ["ResourceValue": ["Value": "RESOURCE_ID"]]
    return Document(parameters)
  }
}
