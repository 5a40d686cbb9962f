import ResourceCatalog

/// Deletes that only schedule.
///
/// Sources: kms:ScheduleKeyDeletion (7 to 30 days), secretsmanager:DeleteSecret (recovery window 7 to 30 days, the name stays taken).
enum SoftDeletionFacts {
  static func softDeletion(of profile: TypeProfile) -> ResourceBehavior.SoftDeletion? {
    profile.behavior.softDeletion ?? known[profile.name]
  }

  private static let known: [String: ResourceBehavior.SoftDeletion] = [
    "AWS::KMS::Key": ResourceBehavior.SoftDeletion(daysProperty: "PendingWindowInDays", defaultDays: 30, holdsName: false),
    "AWS::KMS::ReplicaKey": ResourceBehavior.SoftDeletion(daysProperty: "PendingWindowInDays", defaultDays: 30, holdsName: false),
    "AWS::SecretsManager::Secret": ResourceBehavior.SoftDeletion(daysProperty: nil, defaultDays: 30, holdsName: true),
  ]
}
