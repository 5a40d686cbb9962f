/// Why an exchange over HTTP had no complete answer.
public struct TransportError: Error, Sendable, Hashable {
  /// What went wrong, as far as it changes what the caller does next.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The name of the host could not be resolved.
    case unknownHost
    case connectionRefused
    case connectionTimeout
    /// The certificate or the handshake was refused.
    case tls
    /// The answer did not come in time.
    case timeout
    /// The connection ended before the answer was complete.
    case connectionClosed
    case cancelled
    case other
  }

  public var code: Code
  public var message: String
  /// Whether the service may have received the request; `false` only where that is certain.
  public var mayHaveReachedService: Bool

  /// Creates an error.
  public init(_ code: Code, _ message: String, mayHaveReachedService: Bool) {
    self.code = code
    self.message = message
    self.mayHaveReachedService = mayHaveReachedService
  }
}
