import StrataDeployment
import StrataModel

/// Object lock and replication need versioning.
///
/// Source: S3 user guide, "Locking objects with Object Lock" (works only in buckets with versioning) and "Replicating objects" (both buckets versioned);
/// `InvalidBucketState`, `InvalidRequest`.
struct ObjectLockRule: CloudRule {
  let types = ["AWS::S3::Bucket"]
  let summary = "Object lock and replication need versioning, and a lock configuration needs ObjectLockEnabled."
  let source = "S3 user guide, Object Lock, Replication"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    let status = change.properties["VersioningConfiguration"]?["Status"]?.stringValue
    let isLocked = change.properties.flag("ObjectLockEnabled") == true
    if isLocked, status == "Suspended" {
      throw CloudErrors.invalid(
        "InvalidBucketState", "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed",
        "VersioningConfiguration")
    }
    if change.properties["ObjectLockConfiguration"] != nil, !isLocked {
      throw CloudErrors.invalid(
        "InvalidRequest", "Object Lock configuration cannot be enabled on buckets without ObjectLockEnabled", "ObjectLockConfiguration")
    }
    if change.properties["ReplicationConfiguration"] != nil, status != "Enabled" {
      throw CloudErrors.invalid(
        "InvalidRequest", "Versioning must be 'Enabled' on the bucket to apply a replication configuration", "ReplicationConfiguration")
    }
  }
}
