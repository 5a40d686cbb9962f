/// How many repetitions a client may still spend: when a service fails for everybody, repeating everything makes it worse.
///
/// Source: "Retry behavior", standard mode, <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>: a repetition
/// costs 5 of 500 tokens, 10 after a timeout; success gives back what was spent, or 1.
struct RetryQuota: Sendable, Hashable {
  static let capacity = 500
  static let costOfRetry = 5
  static let costOfRetryAfterTimeout = 10

  private(set) var available = RetryQuota.capacity

  /// Takes the tokens of a repetition; `nil` where too few are left.
  mutating func take(afterTimeout: Bool) -> Int? {
    let cost = afterTimeout ? Self.costOfRetryAfterTimeout : Self.costOfRetry
    guard cost <= available else { return nil }
    available -= cost
    return cost
  }

  /// Gives tokens back after a success.
  ///
  /// - Parameter spent: what the last repetition of the call took; 0 for a call that succeeded at once.
  mutating func succeed(spent: Int) { available = min(Self.capacity, available + max(1, spent)) }
}
