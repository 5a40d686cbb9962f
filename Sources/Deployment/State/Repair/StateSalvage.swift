import StrataModel

/// The state that can be made of what is still readable.
///
/// Each entry is a fact by itself, so those after a gap are folded in as well; what only makes sense together with a lost one is named.
struct StateSalvage {
  /// The state, with the number of the last entry that was read, or more.
  private(set) var snapshot: StateSnapshot
  /// What is lost, a line each.
  private(set) var losses: [String] = []

  /// How far numbers go on where entries are lost: more than the lost ones can have been.
  ///
  /// Otherwise a generation would be given out twice, and a plan that was made for a lost serial would fit a later state of that number.
  private static let margin = 1_000_000

  /// Makes the state.
  ///
  /// - Parameters:
  ///   - base: a whole snapshot.
  ///   - entries: everything readable, in any order; what the snapshot has already is passed over.
  ///   - end: the number that the state must have at least.
  ///   - isEarlier: whether the snapshot is older than the entries need; what lies between is lost.
  init(_ base: StateSnapshot, entries: [JournalEntry], end: Int = 0, isEarlier: Bool = false) {
    var fold = StateFold(base)
    var isWhole = !isEarlier
    if isEarlier { losses.append("whatever was recorded after serial \(base.serial) and is not in the journal") }
    for entry in entries.sorted(by: { $0.sequence < $1.sequence }) where entry.sequence > fold.snapshot.serial {
      let next = fold.snapshot.serial + 1
      if entry.sequence > next {
        losses.append(Self.missing(next, entry.sequence - 1))
        isWhole = false
        fold.skip(to: entry.sequence - 1)
      }
      if !isWhole, let line = Self.orphan(entry, fold.snapshot) { losses.append(line) }
      // The number follows, so the fold cannot refuse it.
      try? fold.apply(entry)
    }
    if end > fold.snapshot.serial {
      losses.append(Self.missing(fold.snapshot.serial + 1, end))
      isWhole = false
      fold.skip(to: end)
    }
    snapshot = fold.snapshot
    guard !isWhole else { return }
    snapshot.serial += Self.margin
    snapshot.nextGeneration += Self.margin
  }

  private static func missing(_ first: Int, _ last: Int) -> String {
    first == last ? "entry \(first)" : "entries \(first) to \(last)"
  }

  /// What an entry says that cannot be recorded, because the one it continues is lost.
  private static func orphan(_ entry: JournalEntry, _ state: StateSnapshot) -> String? {
    let number = "entry \(entry.sequence)"
    switch entry.body {
    case .outcome(let step, let outcome) where state.intentsByID[OpenIntent.ID(run: entry.run, step: step)] == nil:
      return "\(number): step \(step) of run \(entry.run) ended\(identifier(outcome.identifier)), and what it was is lost"
    case .accepted(let step, let answer) where state.intentsByID[OpenIntent.ID(run: entry.run, step: step)] == nil:
      return "\(number): step \(step) of run \(entry.run) was accepted\(identifier(answer.identifier)), and what it was is lost"
    case .resolved(let run, let step, let resolution) where state.intentsByID[OpenIntent.ID(run: run, step: step)] == nil:
      return "\(number): step \(step) of run \(run) was resolved\(identifier(resolution.outcome.identifier)), and what it was is lost"
    case .note(let instance, _) where state.records[instance] == nil:
      return "\(number): a change of \(instance), whose record is lost"
    case .move(let from, let to) where !state.records.values.contains { $0.address == from }:
      return "\(number): the move of \(from) to \(to), whose record is lost"
    default: return nil
    }
  }

  private static func identifier(_ identifier: String?) -> String { identifier.map { " with \($0)" } ?? "" }
}
