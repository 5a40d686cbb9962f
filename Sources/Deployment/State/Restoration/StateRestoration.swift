public import StrataModel

/// An earlier state as it follows the present one.
public struct StateRestoration: Sendable {
  /// Why a state is not restored.
  public struct Refusal: Error, Sendable, Hashable {
    public var message: String
    public var remedy: String
  }

  /// The entry that goes before: it takes the next number, so that plans made before are stale and other writers collide.
  public let mark: JournalEntry
  /// The restored state, with the mark's serial.
  public let snapshot: StateSnapshot
  /// What changes, a line for each address.
  public let summary: [String]

  /// Prepares a restoration.
  ///
  /// - Parameter time: seconds since 1970, for the mark.
  /// - Throws: ``Refusal`` for another state's snapshot, and while operations are unresolved: their records would be lost.
  public init(of earlier: StateSnapshot, over present: StateSnapshot, at time: Int) throws(Refusal) {
    guard earlier.lineage == present.lineage, earlier.environment == present.environment else {
      throw Refusal(
        message: "the earlier state belongs to another one of '\(earlier.environment)' (lineage \(earlier.lineage))",
        remedy: "choose one from the history of this state")
    }
    guard present.intentsByID.isEmpty else {
      throw Refusal(
        message: "operations of an interrupted deployment are unresolved, and restoring would forget them",
        remedy: "run 'recover \(present.environment)' first")
    }
    var restored = earlier
    restored.format = StateSnapshot.currentFormat
    restored.serial = present.serial + 1
    restored.epoch = max(earlier.epoch, present.epoch)
    // A generation is never given out twice: a token made from it might be answered with an object that is long gone.
    restored.nextGeneration = max(earlier.nextGeneration, present.nextGeneration)
    restored.engine = present.engine
    snapshot = restored
    mark = JournalEntry(
      sequence: present.serial + 1, epoch: present.epoch, run: "restore", at: time,
      body: .fence(taker: "restored from serial \(earlier.serial)"))
    summary = Self.summary(earlier, present)
  }

  private static func summary(_ earlier: StateSnapshot, _ present: StateSnapshot) -> [String] {
    var lines: [(ResourceAddress, String)] = []
    for (instance, record) in present.records where earlier.records[instance] == nil {
      lines.append((record.address, "\(record.address) (\(record.identifier ?? "no identifier")) will no longer be recorded"))
    }
    for (instance, record) in earlier.records {
      guard let now = present.records[instance] else {
        lines.append((record.address, "\(record.address) (\(record.identifier ?? "no identifier")) will be recorded again"))
        continue
      }
      if now != record { lines.append((record.address, "\(record.address) will be recorded as it was")) }
    }
    return lines.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
  }
}
