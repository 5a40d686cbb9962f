import ResourceCatalog
import StrataModel

/// What to do about a call that failed: a pure choice by what is proven of its execution.
enum FailureDecision: Hashable {
  /// What was to be deleted is not there.
  case gone
  /// The call was not executed; it goes again when the rate allows.
  case throttled
  /// The same call, with the same token, may be sent again.
  case repeatCall(after: Int)
  /// The call definitely failed for a reason that passes: a new one, with a new token.
  case newAttempt(after: Int)
  /// Only reading can tell.
  case investigate
  /// The object exists, but not as asked.
  case partial(identifier: String)
  case fail

  /// - Parameters:
  ///   - retry: the number of retries so far.
  ///   - elapsed: milliseconds since the first failure.
  ///   - hasUnknownCall: whether an earlier call of this step may have been executed.
  init(_ error: ProviderError, _ intent: Intent, retry: Int, elapsed: Int, hasUnknownCall: Bool) {
    self = Self.decide(error, intent, retry: retry, elapsed: elapsed, hasUnknownCall: hasUnknownCall)
  }

  private static func decide(
    _ error: ProviderError, _ intent: Intent, retry: Int, elapsed: Int, hasUnknownCall: Bool
  ) -> FailureDecision {
    if intent.operation == .delete, error.code == .notFound { return .gone }
    // The object stands already, so the create is not sent again whatever the call that was to complete it met with.
    if intent.operation == .create, error.execution == .executed, let identifier = error.identifier {
      return .partial(identifier: identifier)
    }
    if error.code == .throttled, error.execution != .unknown { return .throttled }
    if error.execution == .unknown {
      // A create without a token is never repeated: the first one may have made the object.
      let isRepeatable = intent.operation != .create || intent.token != nil && intent.apiClass != APIClass.refusedToken.rawValue
      guard isRepeatable, retry < 8, let delay = RetryPolicy.delay(.network, intent.operation, retry: retry, elapsed: elapsed) else {
        return .investigate
      }
      return .repeatCall(after: delay)
    }
    if intent.operation == .create, error.code == .alreadyExists { return .investigate }
    if error.code == .tokenMismatch { return .investigate }
    if let delay = RetryPolicy.delay(error.code, intent.operation, retry: retry, elapsed: elapsed) {
      // Nothing reached the service, so the token is as good as new.
      if error.code == .network || hasUnknownCall { return .repeatCall(after: delay) }
      return .newAttempt(after: delay)
    }
    // After a call that may have been executed, a refusal of its repetition proves nothing.
    return hasUnknownCall ? .investigate : .fail
  }
}
