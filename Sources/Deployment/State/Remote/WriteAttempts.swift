/// What a writer does about a write that failed, of an object that must not exist before.
struct WriteAttempts: Hashable {
  /// What to do.
  enum Step: Hashable {
    /// Send the same bytes again, after so many milliseconds.
    case again(after: Int)
    /// Look what stands there: an earlier attempt of one's own, or somebody else's object.
    case look
    case giveUp
  }

  private let begin: Int
  private let patience: Int
  private var failures = 0

  init(begin: Int, patience: Int) {
    self.begin = begin
    self.patience = patience
  }

  /// Decides.
  ///
  /// - Parameter now: milliseconds of the clock that showed `begin`.
  mutating func next(after error: ObjectStoreError, at now: Int) -> Step {
    failures += 1
    let isPatient = now - begin < patience
    switch error.code {
    case .conditionFailed: return .look
    case .refused: return .giveUp
    // Another write of the key is under way: it will be there in a moment, or not.
    case .conflict: return isPatient ? .again(after: min(failures * 20, 500)) : .giveUp
    case .unknown, .notSent: return isPatient ? .again(after: min(100 << min(failures, 5), 2_000)) : .giveUp
    }
  }
}
