/// Which calls the client repeats by itself when a service throttles them; all others throw the error of the kind `throttled`.
public enum ThrottlingRetries: String, Sendable, Hashable, CaseIterable {
  case none
  /// Reads only: whoever schedules changes wants to hear of a throttle, to slow down all of them.
  case reads
  case all
}
