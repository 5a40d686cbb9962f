/// Deletes that only schedule.
enum SoftDeletions {
  static func apply(to table: inout BehaviorTable) {
    // ScheduleKeyDeletion: 7 to 30 days, 30 by default; a key has no name that could be held.
    table.update(["KMS::Key", "KMS::ReplicaKey"]) {
      $0.softDeletion = .init(daysProperty: "PendingWindowInDays", defaultDays: 30, holdsName: false)
    }
    // DeleteSecret: 30 days by default; the name stays taken until then.
    table.update("SecretsManager::Secret") { $0.softDeletion = .init(daysProperty: nil, defaultDays: 30, holdsName: true) }
    // CloseAccount: suspended for 90 days, the e-mail address stays taken.
    table.update("Organizations::Account") { $0.softDeletion = .init(daysProperty: nil, defaultDays: 90, holdsName: true) }
  }
}
