import StrataModel

extension RemoteStateLease {
  /// Makes one whole state of what is readable, as another snapshot; no object is overwritten or removed.
  ///
  /// - Throws: ``StateError`` when no snapshot at all can be read; nothing was changed then.
  func repair() async throws(StateError) -> StateRepair {
    var findings: [String] = []
    let serials = try await files.serials(in: RemoteKey.snapshotFolder)
    var found: (snapshot: StateSnapshot, codec: StateCodec)?
    for serial in serials.reversed() {
      guard let (bytes, path) = try await files.snapshotBytes(serial) else { continue }
      do throws(StateError) {
        let codec =
          serial == serials.last
          ? try await files.sealing.codec(for: bytes[...], at: path) : try await files.sealing.reading(bytes[...], at: path)
        found = (try files.snapshot(bytes, at: path, serial, codec), codec)
        break
      } catch {
        // A missing passphrase is no damage.
        guard error.code == .corrupted || error.code == .newerFormat else { throw error }
        findings.append(error.message)
      }
    }
    let logs = try await files.serials(in: RemoteKey.logFolder)
    guard let (base, codec) = found else {
      if serials.isEmpty, logs.isEmpty { return StateRepair() }
      throw StateError(
        .corrupted,
        "No state in \(files.objects.location) can be read, earlier ones included. Nothing was changed. Restore objects from their earlier versions."
      )
    }
    var entries: [JournalEntry] = []
    var end = 0
    for first in logs where first > base.serial {
      do throws(StateError) {
        let log = try await files.log(RemoteKey.log(first), base.identity, codec)
        guard log.lineage == base.lineage else {
          findings.append("\(RemoteKey.log(first)) belongs to another state; nothing of it is used.")
          continue
        }
        entries += log.entries
      } catch {
        guard error.code == .corrupted || error.code == .newerFormat else { throw error }
        findings.append(error.message)
        end = max(end, first)
      }
    }
    let salvage = StateSalvage(base, entries: entries, end: end, isEarlier: base.serial != serials.last)
    guard !findings.isEmpty || !salvage.losses.isEmpty else { return StateRepair(snapshot: salvage.snapshot) }
    let snapshot = try await replace(salvage.snapshot, after: max(end, entries.last?.sequence ?? 0, base.serial), codec)
    return StateRepair(
      findings: findings.isEmpty ? ["Objects of the log in \(files.objects.location) are missing."] : findings, losses: salvage.losses,
      snapshot: snapshot)
  }
}
