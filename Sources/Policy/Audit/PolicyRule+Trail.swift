import StrataModel

extension PolicyRule {
  static let trail = PolicyRule(
    "R17", "trail", title: "One trail records every call of the account in all regions",
    why: "what was not recorded cannot be investigated",
    remedy: "declare one AuditTrail per account, or one for the organization",
    controls: [.hipaa("164.312(b)"), .pciDSS("10.2"), .soc2("CC7.2"), .awsFoundations("3.1")]
  ) { context, assessment in
    let trails = context.all("AWS::CloudTrail::Trail")
    let records = trails.filter { $0.properties["IsMultiRegionTrail"]?.isTrue == true && $0.properties["IsLogging"]?.isFalse != true }
    // AWS Control Tower brings an organization trail of its own.
    let hasOrganizationTrail =
      records.contains { $0.properties["IsOrganizationTrail"]?.isTrue == true } || context.has("AWS::ControlTower::LandingZone")
    for account in context.accounts {
      let own = records.filter { $0.placement.account == account }
      assessment.require(
        !own.isEmpty || hasOrganizationTrail, of: .account(account),
        "no trail records the calls of account \(account) in all regions")
      if own.count > 1 {
        assessment.report(
          own[1], "account \(account) has \(own.count) trails for all regions, of which each but the first is charged per event",
          remedy: "keep one of them", severity: .warning)
      }
    }
    for trail in trails { check(trail, &assessment) }
  }

  private static func check(_ trail: ResourceNode, _ assessment: inout PolicyAssessment) {
    let properties = trail.properties
    assessment.require(properties["IsLogging"]?.isTrue == true, of: trail, at: "IsLogging", "the trail does not record")
    assessment.require(
      properties["IsMultiRegionTrail"]?.isTrue == true, of: trail, at: "IsMultiRegionTrail", "the trail records one region only",
      remedy: "set IsMultiRegionTrail to true")
    assessment.require(
      properties["EnableLogFileValidation"]?.isTrue == true, of: trail, at: "EnableLogFileValidation",
      "a changed log file of the trail would go unnoticed", remedy: "set EnableLogFileValidation to true")
    assessment.require(
      properties["IncludeGlobalServiceEvents"]?.isFalse != true, of: trail, at: "IncludeGlobalServiceEvents",
      "the trail leaves out IAM, STS and CloudFront", remedy: "set IncludeGlobalServiceEvents to true")
    assessment.require(
      properties["KMSKeyId"] != nil, of: trail, at: "KMSKeyId", "the trail's files are not encrypted with a key of your own",
      remedy: "set KMSKeyId to a KMS.Key that lets cloudtrail.amazonaws.com in")
    assessment.require(
      properties["CloudWatchLogsLogGroupArn"] != nil, of: trail, at: "CloudWatchLogsLogGroupArn",
      "no alarm can watch the trail, which delivers to no log group", remedy: "set CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn")
    for (index, selector) in (properties["EventSelectors"]?.elements ?? []).enumerated() {
      let excluded = selector["ExcludeManagementEventSources"]?.elements.compactMap(\.stringValue) ?? []
      assessment.require(
        !excluded.contains("kms.amazonaws.com"), of: trail, at: PropertyPath("EventSelectors").appending(index: index),
        "the trail leaves out the calls to KMS", remedy: "remove kms.amazonaws.com from ExcludeManagementEventSources")
    }
  }
}
