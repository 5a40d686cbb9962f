public import StrataAWS
public import StrataLanguage

/// A web application firewall with AWS's managed rules, a limit for each address, and its log.
///
/// Creates a `WAFv2.WebACL` and its `WAFv2.LoggingConfiguration`. Rules: the common set (with cross-site scripting), known bad inputs, SQL
/// injection, a rule against cross-site scripting of its own, and a rate limit for each address over five minutes. Together they need about
/// 1,150 of the 1,500 capacity units that are free of surcharge. Logs leave out the `authorization` and `cookie` headers.
///
/// A firewall for CloudFront lives in us-east-1 wherever the environment is. The log group's name must begin with `aws-waf-logs-`.
@Component
public final class WebFirewall: ResourceStandIn {
  public let id: String
  let name: String
  let scope: WAFv2.WebACL.Scope
  let logs: EncryptedLogGroup
  var rateLimit = 2000

  public lazy var acl = WAFv2.WebACL(
    "acl", defaultAction: .init(allow: .init()), scope: scope, visibilityConfig: visible(name), name: name,
    rules: [
      managed("CommonRuleSet", priority: 1), managed("KnownBadInputsRuleSet", priority: 2), managed("SQLiRuleSet", priority: 3),
      blocking("CrossSiteScripting", priority: 4, .init(xssMatchStatement: scripts)),
      blocking(
        "RateLimit", priority: 5,
        .init(rateBasedStatement: .init(aggregateKeyType: .ip, limit: rateLimit, evaluationWindowSec: 300))),
    ])

  public var body: some Infrastructure {
    WAFv2.LoggingConfiguration(
      "logging", logDestinationConfigs: [logs.arnOfGroup], resourceArn: acl,
      redactedFields: ["authorization", "cookie"].map { .init(singleHeader: .init(name: $0)) })
  }

  public var resource: WAFv2.WebACL { acl }

  private var scripts: WAFv2.WebACL.XssMatchStatement {
    .init(
      fieldToMatch: .init(queryString: [:]),
      textTransformations: [.init(priority: 0, type: .urlDecode), .init(priority: 1, type: .htmlEntityDecode)])
  }

  private func managed(_ group: String, priority: Int) -> WAFv2.WebACL.Rule {
    .init(
      name: group, priority: priority,
      statement: .init(managedRuleGroupStatement: .init(name: "AWSManagedRules\(group)", vendorName: "AWS")),
      visibilityConfig: visible(group), overrideAction: .init(none: [:]))
  }

  private func blocking(_ name: String, priority: Int, _ statement: WAFv2.WebACL.Statement) -> WAFv2.WebACL.Rule {
    .init(name: name, priority: priority, statement: statement, visibilityConfig: visible(name), action: .init(block: .init()))
  }

  private func visible(_ name: String) -> WAFv2.WebACL.VisibilityConfig {
    .init(cloudWatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: true)
  }
}
