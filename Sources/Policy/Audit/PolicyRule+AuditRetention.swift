import StrataModel

extension PolicyRule {
  /// Seven years with their leap days.
  private static let retentionDays = 2_557

  static let auditRetention = PolicyRule(
    "R15", "audit-retention-7y", title: "Evidence is kept for seven years",
    why: "documentation has to be there for six years, and what was logged in the first of them is asked for in the last",
    remedy: "keep it for 2557 days: AuditBucket(…, retention: .years(7)), RetentionInDays 2557",
    controls: [.hipaa("164.316(b)(2)(i)")]
  ) { context, assessment in
    for bucket in context.all("AWS::S3::Bucket") where context.isAudit(bucket) { check(bucket: bucket, &assessment) }
    for group in context.all("AWS::Logs::LogGroup") where context.isAudit(group) {
      // Without a value a group keeps its events for ever.
      let days = group.properties["RetentionInDays"]?.wholeNumber
      assessment.require(
        days.map { $0 >= retentionDays } ?? true, of: group, at: "RetentionInDays",
        "the log group keeps evidence for \(days ?? 0) days only")
    }
    for table in context.all("AWS::DynamoDB::Table") where context.isAudit(table) {
      assessment.require(
        table.properties["DeletionProtectionEnabled"]?.isTrue == true, of: table, at: "DeletionProtectionEnabled",
        "the table with evidence can be deleted", remedy: "set DeletionProtectionEnabled to true")
      assessment.require(
        table.properties.value(at: "TimeToLiveSpecification", "AttributeName") != nil, of: table, at: "TimeToLiveSpecification",
        "nothing says when an entry of the table has been kept for long enough", remedy: "set TimeToLiveSpecification")
    }
  }

  private static func check(bucket: ResourceNode, _ assessment: inout PolicyAssessment) {
    for (index, rule) in (bucket.properties.value(at: "LifecycleConfiguration", "Rules")?.elements ?? []).enumerated() {
      guard rule["Status"]?.stringValue != "Disabled", let days = rule["ExpirationInDays"]?.wholeNumber else { continue }
      assessment.require(
        days >= retentionDays, of: bucket, at: PropertyPath("LifecycleConfiguration").appending(key: "Rules").appending(index: index),
        "evidence is deleted after \(days) days")
    }
    let lock = bucket.properties.value(at: "ObjectLockConfiguration", "Rule", "DefaultRetention")
    let locked = lock?["Years"]?.wholeNumber.map { $0 * 365 + ($0 + 1) / 4 } ?? lock?["Days"]?.wholeNumber
    if let locked {
      assessment.require(
        locked >= retentionDays, of: bucket, at: "ObjectLockConfiguration", "Object Lock keeps evidence for \(locked) days only")
    } else {
      assessment.examine(bucket)
    }
  }
}
