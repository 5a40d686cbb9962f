import StrataModel

extension PolicyRule {
  static let auditImmutability = PolicyRule(
    "R16", "audit-immutable", title: "Nobody can change or delete evidence",
    why: "an intruder's first act is to remove what was logged of them",
    remedy: "set ObjectLockEnabled and a default retention, as AuditBucket does",
    controls: [.hipaa("164.312(b)"), .soc2("CC7.2"), .pciDSS("10.3.2")]
  ) { context, assessment in
    for bucket in context.all("AWS::S3::Bucket") where context.isAudit(bucket) {
      let isLocked =
        bucket.properties["ObjectLockEnabled"]?.isTrue == true
        && bucket.properties.value(at: "ObjectLockConfiguration", "Rule", "DefaultRetention") != nil
      // S3 supports no lifecycle rules in a bucket with MFA delete (Amazon S3 User Guide, "Configuring MFA delete").
      let hasMFADelete = context.tag("MFADelete", of: bucket)?.lowercased() == "enabled"
      let hasLifecycle = bucket.properties["LifecycleConfiguration"] != nil
      assessment.require(
        isLocked || hasMFADelete && !hasLifecycle, of: bucket, at: "ObjectLockConfiguration",
        "evidence in the bucket can be overwritten or deleted")
      if hasMFADelete {
        assessment.require(
          !hasLifecycle, of: bucket, at: "LifecycleConfiguration", "MFA delete and lifecycle rules exclude each other",
          remedy: "remove one of them; Object Lock goes with lifecycle rules")
      }
    }
  }
}
