/// Why an object could not be read or written.
public struct ObjectStoreError: Error, Sendable, Hashable {
  /// The kinds of trouble, as far as they call for different reactions.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The condition of a write does not hold (status 412).
    case conditionFailed
    /// Another write of the same key was in flight (status 409); the same request may be sent again.
    case conflict
    /// No answer came that can be believed, or the service is in trouble: the write may have been executed.
    case unknown
    /// The request never left, or was refused for its rate; sending it again is safe.
    case notSent
    /// The service refuses, and will refuse again: access, credentials, a missing bucket or table.
    case refused
  }

  public var code: Code
  /// What happened and what to do about it.
  public var message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
