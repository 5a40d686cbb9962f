/// Why the file of an embedded cloud could not be used.
public struct CloudFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened, where, and what to do about it.
  public var message: String

  /// Creates an error.
  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
