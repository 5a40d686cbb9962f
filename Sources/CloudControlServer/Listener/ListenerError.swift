/// Why a port could not be listened on.
public struct ListenerError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened, and what to do about it.
  public var message: String

  /// Creates an error.
  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
