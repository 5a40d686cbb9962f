import StrataLanguage
import StrataModel

/// Object Lock, replication and lifecycles of a bucket fit its versioning and each other.
struct BucketProtection: GraphCheck {
  let types = ["AWS::S3::Bucket"]
  let source = """
    S3 user guide, "Locking objects with Object Lock" (versioning cannot be suspended), "Replicating objects" (both buckets versioned), \
    "Managing the lifecycle of objects"; a year of a retention counts 365 days, and up to two leap days more in seven years
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::S3::Bucket") {
      let bucket = program.resources[index]
      let status = bucket.properties.value(at: "VersioningConfiguration", "Status")?.stringValue
      let isLocked = bucket.properties["ObjectLockEnabled"]?.isTrue == true
      if isLocked, status == "Suspended" {
        report.error(
          "object-lock-without-versioning", "Object Lock needs versioning, which VersioningConfiguration suspends",
          remedy: "set Status to Enabled", at: bucket, path: "VersioningConfiguration.Status")
      }
      if bucket.properties["ObjectLockConfiguration"] != nil, !isLocked, isKnownOff(bucket.properties["ObjectLockEnabled"]) {
        report.error(
          "object-lock-not-enabled", "ObjectLockConfiguration needs ObjectLockEnabled", remedy: "set ObjectLockEnabled to true", at: bucket,
          path: "ObjectLockConfiguration")
      }
      checkLifecycle(bucket, &report)
      checkReplication(bucket, status, program, &report)
    }
  }

  private func isKnownOff(_ value: PropertyValue?) -> Bool { value == nil || value?.isFalse == true }

  private func checkLifecycle(_ bucket: DeclaredResource, _ report: inout DiagnosticReport) {
    let retention = bucket.properties.value(at: "ObjectLockConfiguration", "Rule", "DefaultRetention")
    let years = retention?["Years"]?.wholeNumber
    guard let days = retention?["Days"]?.wholeNumber ?? years.map({ $0 * 365 + ($0 + 3) / 4 }) else { return }
    for (position, rule) in (bucket.properties.value(at: "LifecycleConfiguration", "Rules")?.elements ?? []).enumerated() {
      // Noncurrent versions are another matter: S3 leaves locked ones alone and removes them when their lock has ended.
      guard let end = rule["ExpirationInDays"]?.wholeNumber, end < days, rule["Status"]?.stringValue != "Disabled" else { continue }
      report.warning(
        "lifecycle-before-lock-ends",
        "LifecycleConfiguration.Rules[\(position)].ExpirationInDays is \(end), but Object Lock keeps each version for \(days) days",
        remedy: "expire after \(days) days or later", at: bucket,
        path: PropertyPath([.key("LifecycleConfiguration"), .key("Rules"), .index(position), .key("ExpirationInDays")]))
    }
  }

  private func checkReplication(
    _ bucket: DeclaredResource, _ status: String?, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    guard let replication = bucket.properties["ReplicationConfiguration"] else { return }
    if bucket.properties["VersioningConfiguration"] == nil || status == "Suspended" {
      report.error(
        "replication-without-versioning", "ReplicationConfiguration needs versioning of the bucket",
        remedy: "set VersioningConfiguration.Status to Enabled", at: bucket, path: "ReplicationConfiguration")
    }
    for (position, rule) in (replication["Rules"]?.elements ?? []).enumerated() {
      for target in program.targets(in: rule.value(at: "Destination", "Bucket")) where program.resources[target].type == "AWS::S3::Bucket" {
        let destination = program.resources[target]
        let other = destination.properties.value(at: "VersioningConfiguration", "Status")
        guard other == nil || other?.stringValue == "Suspended" else { continue }
        report.error(
          "replication-without-versioning", "ReplicationConfiguration replicates to '\(destination.address)', which has no versioning",
          remedy: "set VersioningConfiguration.Status of the destination to Enabled", at: bucket,
          path: PropertyPath([.key("ReplicationConfiguration"), .key("Rules"), .index(position)]),
          notes: [Diagnostic.Note("the destination is declared here", at: destination.source)])
      }
    }
  }
}
