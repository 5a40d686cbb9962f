/// Whether a failed call may be repeated, by what is known of its execution.
///
/// A call that may have been executed, and that would change something a second time, is never repeated here: that is how duplicates are
/// born. Whoever can find out what happened decides.
enum RetryDecision {
  /// Whether repeating helps, and does no harm.
  static func isRepeatable(_ error: AWSError, isIdempotent: Bool, isRead: Bool, throttling: ThrottlingRetries) -> Bool {
    switch error.kind {
    case .throttled:
      switch throttling {
      case .none: false
      case .reads: isRead
      case .all: true
      }
    case .serviceFailure, .network, .malformedResponse: error.execution == .notExecuted || isIdempotent
    case .refused, .accessDenied, .credentials, .unsupported, .invalidInput: false
    }
  }

  /// Whether an operation only reads, by its method or its name.
  static func isRead(_ service: String, _ operation: String, method: String) -> Bool {
    service == "sts" || method == "GET" || method == "HEAD"
      || ["Get", "List", "Describe", "Head", "BatchGet", "Lookup", "Search", "Scan", "Query"].contains { operation.hasPrefix($0) }
  }
}
