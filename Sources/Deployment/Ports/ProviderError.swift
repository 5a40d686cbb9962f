public import StrataModel

/// Why a provider did not do what it was asked.
public struct ProviderError: Error, Sendable, Hashable {
  /// The kinds of refusal, as far as they change what the engine does next.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case notFound
    case alreadyExists
    case invalidRequest
    case accessDenied
    case throttled
    /// Something else must finish or go first; trying again can help.
    case conflict
    case limitExceeded
    /// The service does not know yet what was just made elsewhere; trying again helps.
    case notYetConsistent
    /// A token was repeated with other content.
    case tokenMismatch
    case unsupported
    case serviceFailure
    case network
    case cancelled
  }

  /// Whether the operation was executed.
  public enum Execution: String, Sendable, Hashable, CaseIterable {
    case notExecuted
    case executed
    /// The request may have been executed: bytes were sent and no trustworthy answer came.
    case unknown
  }

  public var code: Code
  public var execution: Execution
  /// What the service said, without secrets.
  public var message: String
  /// The service's own error code.
  public var serviceCode: String?
  public var path: PropertyPath?
  /// The identifier of an object that exists although the operation failed.
  public var identifier: String?
  /// When to try again, in milliseconds from now.
  public var retryAfter: Int?

  /// Creates an error.
  public init(
    _ code: Code, execution: Execution = .notExecuted, _ message: String, serviceCode: String? = nil, path: PropertyPath? = nil,
    identifier: String? = nil, retryAfter: Int? = nil
  ) {
    self.code = code
    self.execution = execution
    self.message = message
    self.serviceCode = serviceCode
    self.path = path
    self.identifier = identifier
    self.retryAfter = retryAfter
  }
}
