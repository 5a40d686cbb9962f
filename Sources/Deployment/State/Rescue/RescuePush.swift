import StrataModel

/// How rescued entries continue a state that has gone on without them.
///
/// Only what became of announced operations matters. Whatever else was not recorded had no effect outside: an intent that was never durable
/// was never sent, and everything that is only a record is planned again.
struct RescuePush: Hashable {
  /// The entries to append.
  var entries: [JournalEntry] = []
  /// How many ends of operations were already known.
  var knownCount = 0

  /// Decides.
  init(_ rescued: [JournalEntry], onto snapshot: StateSnapshot) {
    var open = Set(snapshot.intentsByID.keys)
    var unsent: Set<OpenIntent.ID> = []
    for var entry in rescued {
      let id: OpenIntent.ID
      var isEnd = true
      switch entry.body {
      case .outcome(let step, _): id = OpenIntent.ID(run: entry.run, step: step)
      case .accepted(let step, _):
        id = OpenIntent.ID(run: entry.run, step: step)
        isEnd = false
      case .resolved(let run, let step, _): id = OpenIntent.ID(run: run, step: step)
      case .intent(let intent):
        unsent.insert(OpenIntent.ID(run: entry.run, step: intent.step))
        continue
      default: continue
      }
      guard open.contains(id) else {
        if isEnd, !unsent.contains(id) { knownCount += 1 }
        continue
      }
      // A failure that proves nothing leaves the operation open.
      if case .outcome(_, let outcome) = entry.body, case .failed = outcome.result, !outcome.isDefinite {} else if isEnd { open.remove(id) }
      entry.sequence = snapshot.serial + entries.count + 1
      entry.epoch = snapshot.epoch
      entries.append(entry)
    }
  }
}
