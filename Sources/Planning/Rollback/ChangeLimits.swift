import StrataModel

/// Changes that a service refuses for a while after the last one, or makes in one direction only.
///
/// Sources: the user guides named with each; for a warning, never for a decision.
enum ChangeLimits {
  struct Limit {
    var type: String
    var property: String
    var reason: String
  }

  static func limit(on change: PropertyChange, type: String) -> Limit? {
    guard let property = change.path.property else { return nil }
    return table.first { $0.type == type && $0.property == property }
  }

  private static let table: [Limit] = [
    // DynamoDB developer guide, "Considerations when switching capacity modes".
    Limit(
      type: "AWS::DynamoDB::Table", property: "BillingMode",
      reason: "DynamoDB switches a table to on-demand only a few times in 24 hours"),
    Limit(
      type: "AWS::DynamoDB::GlobalTable", property: "BillingMode",
      reason: "DynamoDB switches a table to on-demand only a few times in 24 hours"),
    // EBS user guide, "Requirements for Amazon EBS volume modifications".
    Limit(type: "AWS::EC2::Volume", property: "Size", reason: "a volume never shrinks, and changes at most once in six hours"),
    Limit(type: "AWS::EC2::Volume", property: "VolumeType", reason: "a volume changes at most once in six hours"),
    Limit(type: "AWS::EC2::Volume", property: "Iops", reason: "a volume changes at most once in six hours"),
    Limit(type: "AWS::EC2::Volume", property: "Throughput", reason: "a volume changes at most once in six hours"),
    // RDS user guide, "Working with storage for Amazon RDS DB instances".
    Limit(
      type: "AWS::RDS::DBInstance", property: "AllocatedStorage",
      reason: "the storage of a database never shrinks, and changes at most once in six hours"),
    // EFS user guide, "Throughput modes": a decrease or a switch only 24 hours after the last one.
    Limit(
      type: "AWS::EFS::FileSystem", property: "ThroughputMode", reason: "a file system's throughput is lowered at most once in 24 hours"),
    Limit(
      type: "AWS::EFS::FileSystem", property: "ProvisionedThroughputInMibps",
      reason: "a file system's throughput is lowered at most once in 24 hours"),
    // S3 user guide, "Using versioning in S3 buckets".
    Limit(
      type: "AWS::S3::Bucket", property: "VersioningConfiguration",
      reason: "the versioning of a bucket can be suspended and never switched off"),
    // Backup developer guide, "Vault lock": no change after the days in which it may be removed.
    Limit(
      type: "AWS::Backup::BackupVault", property: "LockConfiguration",
      reason: "a vault's lock cannot be lifted once the days in which it may be have passed"),
  ]
}
