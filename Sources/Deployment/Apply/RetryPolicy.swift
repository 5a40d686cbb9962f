import StrataModel

/// How often and for how long something is tried again: densely, because what is waited for comes within seconds.
enum RetryPolicy {
  /// The delay before a retry, or `nil` when it is time to give up.
  ///
  /// - Parameters:
  ///   - code: why the last try failed.
  ///   - operation: what is tried.
  ///   - retry: the number of retries so far.
  ///   - elapsed: milliseconds since the first failure.
  static func delay(_ code: ProviderError.Code, _ operation: Intent.Operation, retry: Int, elapsed: Int) -> Int? {
    let limit: Int
    switch code {
    // A role or key that was just made is known everywhere within seconds; IAM's documentation names no bound.
    case .notYetConsistent: limit = 60_000
    // What holds a deleted object is often on its way out: network interfaces of functions take many minutes.
    case .conflict: limit = operation == .delete ? 1_200_000 : 120_000
    case .serviceFailure, .network: limit = 60_000
    default: return nil
    }
    let delay = denseDelay(retry)
    return elapsed + delay <= limit ? delay : nil
  }

  /// Delays from a quarter of a second to two; longer only where something takes minutes.
  static func denseDelay(_ retry: Int) -> Int {
    switch retry {
    case ..<4: 250
    case ..<8: 500
    case ..<16: 1_000
    case ..<40: 2_000
    default: 5_000
    }
  }

  /// For how long after our own write a read may still show what was before, in seconds.
  static let lagAfterWrite = 120
}

extension Provider {
  /// For how long a read by identifier may show what was before a write, in seconds: half a minute, unless nothing lags here at all.
  func readLag(of type: String) -> Int { min(30, settleTime(of: type) ?? 30) }
}
