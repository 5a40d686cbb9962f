import StrataModel

/// Which objects of an earlier state still exist, and what becomes of those that stand in their places.
struct FormerPlaces {
  /// The present state, in which every incarnation of the earlier one that still exists stands at the address that it had.
  private(set) var snapshot: StateSnapshot
  /// What brings the present state there, in the order of addresses.
  private(set) var changes: [Plan.Reinstatement] = []
  /// The same as moves, from where each incarnation's record stands.
  private(set) var moves: [Plan.Move] = []
  /// Incarnations that lose their addresses by it.
  private(set) var displaced: Set<InstanceID> = []

  init(of earlier: StateSnapshot, in present: StateSnapshot) {
    snapshot = present
    var holders: [StateFold.ObjectKey: InstanceID] = [:]
    for record in present.records.values where record.status == .current {
      if let key = StateFold.ObjectKey(record) { holders[key] = record.instance }
    }
    for former in earlier.currentRecords.values.sorted(by: { $0.address < $1.address }) where !former.isUnsupported {
      guard let record = present.records[former.instance] else {
        // What was retained was left in place when it left the program.
        guard former.lifecycle.isRetained, let key = StateFold.ObjectKey(former), holders[key] == nil else { continue }
        changes.append(Plan.Reinstatement(former.instance, at: former.address, record: former))
        snapshot.records[former.instance] = former
        continue
      }
      switch record.status {
      case .current: guard record.address != former.address else { continue }
      case .deposed:
        // One object under two records was overwritten: it is the present one's, and is brought back by changing it.
        if let key = StateFold.ObjectKey(record), let holder = holders[key], holder != record.instance { continue }
      case .pendingDeletion: continue
      }
      changes.append(Plan.Reinstatement(record.instance, at: former.address))
      moves.append(Plan.Move(from: record.address, to: former.address))
    }
    guard !changes.isEmpty else { return }
    let returning = Set(changes.map(\.instance))
    let taken = Set(changes.map(\.address))
    for record in present.records.values where record.status == .current && taken.contains(record.address) {
      guard !returning.contains(record.instance) else { continue }
      snapshot.records[record.instance]?.status = .deposed
      displaced.insert(record.instance)
    }
    for change in changes where change.record == nil {
      snapshot.records[change.instance]?.address = change.address
      snapshot.records[change.instance]?.status = .current
    }
  }
}
