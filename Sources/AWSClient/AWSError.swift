/// A call to AWS that brought no result.
public struct AWSError: Error, Sendable, Hashable {
  /// Whether the service executed the call.
  public enum Execution: String, Sendable, Hashable, CaseIterable {
    /// The service refused it before doing anything, or never saw it.
    case notExecuted
    /// The service may have executed it: bytes were sent, and no answer came that can be believed.
    case unknown
  }

  /// The kinds of failure, as far as a caller treats them differently; the service's own code is in ``code``.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The service refuses for its rate.
    case throttled
    case accessDenied
    /// Credentials are missing, expired or not accepted, or the clock is off.
    case credentials
    /// The request is refused: its values, or the state of what it names.
    case refused
    /// The service failed (5xx).
    case serviceFailure
    /// No complete answer came.
    case network
    /// The answer is none of the service's: HTML, or cut in half.
    case malformedResponse
    /// The endpoint does not know the operation.
    case unsupported
    /// The caller's input does not fit the operation's model.
    case invalidInput
  }

  public var kind: Kind
  public var execution: Execution
  /// The service's code, for example `ResourceNotFoundException`; empty where the service did not answer.
  public var code: String
  /// What the service said.
  public var message: String
  public var service: String
  public var operation: String
  /// The status of HTTP; 0 where no answer came.
  public var status: Int
  public var requestID: String?
  /// When the service asks to try again, in milliseconds from now.
  public var retryAfter: Int?

  /// Creates an error.
  public init(
    _ kind: Kind, execution: Execution = .notExecuted, code: String = "", _ message: String, service: String = "", operation: String = "",
    status: Int = 0, requestID: String? = nil, retryAfter: Int? = nil
  ) {
    self.kind = kind
    self.execution = execution
    self.code = code
    self.message = message
    self.service = service
    self.operation = operation
    self.status = status
    self.requestID = requestID
    self.retryAfter = retryAfter
  }
}
