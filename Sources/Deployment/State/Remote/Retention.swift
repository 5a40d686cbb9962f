/// Which snapshots and log objects are kept.
///
/// Log objects go only below the oldest kept snapshot: a writer that slept for less than the snapshots are kept still meets its taken slot.
struct Retention: Hashable {
  /// How many snapshots are kept at least.
  var count = 20
  /// How long snapshots are kept at least, in seconds.
  var age = 30 * 86_400

  /// What is removed.
  struct Removal: Hashable {
    var snapshots: [Int] = []
    /// The log objects, by their first entries.
    var logs: [Int] = []
  }

  /// Decides.
  ///
  /// - Parameters:
  ///   - snapshots: the snapshots with the times of their writing.
  ///   - logs: the first entries of the log objects.
  ///   - now: seconds since 1970.
  func removal(snapshots: [(serial: Int, writtenAt: Int)], logs: [Int], now: Int) -> Removal {
    let sorted = snapshots.sorted { $0.serial < $1.serial }
    var removal = Removal()
    for snapshot in sorted.dropLast(count) {
      // Everything from the first one that is young enough stays.
      guard now - snapshot.writtenAt > age else { break }
      removal.snapshots.append(snapshot.serial)
    }
    guard let oldest = sorted.dropFirst(removal.snapshots.count).first?.serial else { return removal }
    let starts = logs.sorted()
    for (start, next) in zip(starts, starts.dropFirst()) where next <= oldest + 1 { removal.logs.append(start) }
    return removal
  }
}
