/// Why state could not be read or written.
public struct StateError: Error, Sendable, Hashable {
  /// The kinds of trouble.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case locked
    case lostLease
    case corrupted
    case newerFormat
    case otherEnvironment
    case notWritable
    case noSpace
    case unreachable
    /// A key is missing or another one, or what should be sealed is not.
    case encryption
  }

  public var code: Code
  /// What happened, where, and what to do about it.
  public var message: String
  /// The holder, for ``Code/locked``.
  public var owner: LockOwner?

  /// Whether what was read cannot be used, while its place can.
  var isAboutContent: Bool { [.corrupted, .encryption, .newerFormat, .otherEnvironment].contains(code) }

  /// Creates an error.
  public init(_ code: Code, _ message: String, owner: LockOwner? = nil) {
    self.code = code
    self.message = message
    self.owner = owner
  }
}
