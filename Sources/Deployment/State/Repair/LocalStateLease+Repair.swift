import Foundation
import StrataModel

extension LocalStateLease {
  /// Makes one whole state of what is readable; the files of before are copied first.
  ///
  /// - Throws: ``StateError`` when no snapshot at all can be read; nothing was changed then.
  func repair() async throws(StateError) -> StateRepair {
    var codecs: [String: StateCodec] = [:]
    for head in try files.sealHeads() {
      guard let keyring = sealing.keyring else {
        throw StateError(
          .encryption, "The state in \(files.directory) is encrypted, and the environment does not say how. Declare it first.")
      }
      if let key = try? await keyring.key(of: head) { codecs[head.check] = StateCodec(key: key) }
    }
    let acceptsClear = sealing.keyring == nil || sealing.acceptsClear
    var baseCodec = StateCodec()
    let readable = try files.readable(codecs) { bytes, _ in
      let codec: StateCodec
      if Seal.isSeal(bytes[...]) {
        guard let head = try? Seal.head(of: bytes[...]), let known = codecs[head.check] else { return nil }
        codec = known
      } else {
        guard acceptsClear else { return nil }
        codec = StateCodec()
      }
      guard let snapshot = try? codec.snapshot(bytes), snapshot.environment == files.environment else { return nil }
      baseCodec = codec
      return snapshot
    }
    guard let base = readable.base else {
      if readable.findings.count == 1, try files.head() == nil, try files.journalIsEmpty() { return StateRepair() }
      throw StateError(
        .corrupted,
        "No state of '\(files.environment)' in \(files.directory) can be read, earlier ones included. Nothing was changed. Restore the folder from a backup; without one, move it away and import what exists."
      )
    }
    let salvage = StateSalvage(base, entries: readable.entries, end: readable.end, isEarlier: readable.isEarlier)
    guard !readable.findings.isEmpty || !salvage.losses.isEmpty else { return StateRepair(snapshot: salvage.snapshot) }
    let backup = try files.backUp(at: Int(Date().timeIntervalSince1970))
    try replace(salvage.snapshot, baseCodec)
    return StateRepair(
      findings: readable.findings.isEmpty ? ["Entries of \(files.journalPath) are missing."] : readable.findings, losses: salvage.losses,
      backup: backup, snapshot: salvage.snapshot)
  }
}
