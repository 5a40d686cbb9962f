/// What somebody who wants a lease does about the record that was found.
enum LeaseDecision: Hashable {
  /// Writes a record of an epoch of its own over the one that was found.
  case take(epoch: Int, replacing: String?, needsFence: Bool)
  /// Lets the holder work; it keeps the lease for so many seconds unless it renews it.
  case refuse(LockOwner, remaining: Int)

  /// Decides.
  ///
  /// A record that was given back has no writer behind it. Everything else may have one that only sleeps, so the log is closed to it.
  static func make(_ stored: StoredLease?) -> LeaseDecision {
    guard let stored else { return .take(epoch: 1, replacing: nil, needsFence: true) }
    let next = stored.record.epoch + 1
    if stored.record.status == .released { return .take(epoch: next, replacing: stored.revision, needsFence: false) }
    // The times are whole seconds: a difference that exceeds the time to live by one proves that it has passed.
    if stored.age > stored.record.ttl { return .take(epoch: next, replacing: stored.revision, needsFence: true) }
    return .refuse(stored.record.owner, remaining: stored.record.ttl - max(stored.age, 0) + 1)
  }
}
