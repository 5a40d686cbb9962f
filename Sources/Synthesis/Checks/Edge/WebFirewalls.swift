import ResourceCatalog
import StrataLanguage
import StrataModel

/// Where web ACLs live, what they protect, where they log, and how much they weigh.
struct WebFirewalls: GraphCheck {
  let types = [
    "AWS::WAFv2::WebACL", "AWS::WAFv2::IPSet", "AWS::WAFv2::RegexPatternSet", "AWS::WAFv2::RuleGroup", "AWS::WAFv2::WebACLAssociation",
    "AWS::WAFv2::LoggingConfiguration",
  ]
  let source = """
    AWS WAF API reference (scope CLOUDFRONT only in us-east-1), AssociateWebACL (regional resources only), "Logging destinations" (names begin \
    with aws-waf-logs-), "Web ACL capacity units" (1,500 included, 5,000 at most)
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for type in types.prefix(4) {
      for index in program.indices(of: type) { checkScope(program.resources[index], &report) }
    }
    for index in program.indices(of: "AWS::WAFv2::WebACL") { checkRules(program.resources[index], &report) }
    for index in program.indices(of: "AWS::WAFv2::WebACLAssociation") { checkAssociation(program.resources[index], program, &report) }
    for index in program.indices(of: "AWS::WAFv2::LoggingConfiguration") { checkLogging(program.resources[index], program, &report) }
  }

  private func checkScope(_ resource: DeclaredResource, _ report: inout DiagnosticReport) {
    guard resource.properties["Scope"]?.stringValue == "CLOUDFRONT", resource.placement.region != "us-east-1" else { return }
    report.error(
      "web-acl-region", "scope CLOUDFRONT exists in us-east-1 only, and '\(resource.address)' is in \(resource.placement.region)",
      remedy: "place it with .placed(in: .usEast1)", at: resource, path: "Scope")
  }

  private func checkRules(_ list: DeclaredResource, _ report: inout DiagnosticReport) {
    guard let rules = list.properties["Rules"]?.arrayValue else { return }
    var positions: [Int: Int] = [:]
    for (position, rule) in rules.enumerated() {
      guard let priority = rule["Priority"]?.wholeNumber else { continue }
      if let first = positions.updateValue(position, forKey: priority) {
        report.error(
          "rule-priority-taken", "Rules[\(position)].Priority is \(priority), as that of Rules[\(first)]", remedy: "give each rule its own",
          at: list, path: PropertyPath([.key("Rules"), .index(position), .key("Priority")]))
      }
    }
    let capacity = rules.reduce(0) { $0 + FirewallCapacity.least(of: $1["Statement"]) }
    if capacity > 5_000 {
      report.error(
        "web-acl-capacity", "Rules need at least \(capacity) capacity units; a web ACL takes 5000", remedy: "remove a rule group", at: list,
        path: "Rules")
    } else if capacity > 1_500 {
      report.warning(
        "web-acl-capacity", "Rules need at least \(capacity) capacity units; more than 1500 are charged for per request",
        remedy: "remove a rule group, or accept the surcharge", at: list, path: "Rules")
    }
  }

  private func checkAssociation(_ association: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport) {
    let isDistribution =
      program.target(of: association.properties["ResourceArn"], type: "AWS::CloudFront::Distribution") != nil
      || program.targets(in: association.properties["ResourceArn"]).contains {
        program.resources[$0].type == "AWS::CloudFront::Distribution"
      }
      || association.properties["ResourceArn"]?.stringValue.flatMap { ARN($0) }?.service == "cloudfront"
    if isDistribution {
      report.error(
        "association-of-distribution", "ResourceArn names a distribution, which a WebACLAssociation cannot protect",
        remedy: "set DistributionConfig.WebACLId of the distribution", at: association, path: "ResourceArn")
    }
    guard let list = program.target(of: association.properties["WebACLArn"], type: "AWS::WAFv2::WebACL"),
      program.resources[list].properties["Scope"]?.stringValue == "CLOUDFRONT"
    else { return }
    report.error(
      "web-acl-scope", "WebACLArn names '\(program.resources[list].address)' of scope CLOUDFRONT; associations take scope REGIONAL",
      remedy: "declare a web ACL of scope REGIONAL", at: association, path: "WebACLArn",
      notes: [Diagnostic.Note("the web ACL is declared here", at: program.resources[list].source)])
  }

  private func checkLogging(_ logging: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport) {
    let names = [
      "AWS::Logs::LogGroup": "LogGroupName", "AWS::S3::Bucket": "BucketName", "AWS::KinesisFirehose::DeliveryStream": "DeliveryStreamName",
    ]
    for target in program.targets(in: logging.properties["LogDestinationConfigs"]) {
      let destination = program.resources[target]
      guard let property = names[destination.type] else { continue }
      let name = destination.properties[property]
      if name != nil, name?.stringValue == nil { continue }
      if name?.stringValue?.hasPrefix("aws-waf-logs-") == true { continue }
      report.error(
        "waf-log-name",
        "LogDestinationConfigs names '\(destination.address)', whose \(property) does not begin with aws-waf-logs-",
        remedy: "name it aws-waf-logs-…", at: logging, path: "LogDestinationConfigs",
        notes: [Diagnostic.Note("the destination is declared here", at: destination.source)])
    }
  }
}
