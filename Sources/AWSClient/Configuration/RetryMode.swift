/// How calls are repeated.
public enum RetryMode: String, Sendable, Hashable, CaseIterable {
  /// Exponential waits with full jitter and a quota of repetitions.
  case standard
  /// As standard, and calls are slowed down while a service throttles.
  case adaptive
}
