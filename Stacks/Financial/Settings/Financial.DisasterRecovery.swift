import Strata

extension Financial {
  /// The document's four strategies, each of which contains the ones before it.
  enum DisasterRecovery: Int, Sendable, CaseIterable, Comparable {
    /// 4.28 "Backup & Restore: Regular snapshots of all critical data stores": copied to the recovery region. Hours to be back, up to a day of
    /// data of what has no point-in-time recovery.
    case backupAndRestore

    /// 4.29 "Pilot Light: Minimal version of the environment running in a secondary region": network, keys and a replica of the database; servers
    /// are defined, and none runs. Tens of minutes to be back, seconds of data.
    case pilotLight

    /// 4.30 "Warm Standby: Scaled-down but fully functional environment in a secondary region": one server, and DNS fails over by itself.
    /// Minutes to be back.
    case warmStandby

    /// 4.31 "Multi-Region: Full active-active deployment across multiple regions": each answers whoever is nearer. RDS has no second writer, so
    /// writes to the database go to the first region until its replica is promoted; tables and documents are written in both.
    case multiRegion

    static func < (left: DisasterRecovery, right: DisasterRecovery) -> Bool { left.rawValue < right.rawValue }

    /// How many servers run in the recovery region.
    func capacity(of primary: ClosedRange<Int>) -> ClosedRange<Int> {
      switch self {
      case .backupAndRestore, .pilotLight: 0...primary.upperBound
      case .warmStandby: 1...primary.upperBound
      case .multiRegion: primary
      }
    }
  }
}
