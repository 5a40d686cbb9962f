/// Why a stored document is not what it should be.
public struct CodingFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure, as far as they call for different remedies.
  public enum Code: Sendable, Hashable {
    /// The document is damaged, or was never ours.
    case malformed
    /// A newer engine wrote a format that this one does not know.
    case newerFormat(found: Int)
    /// A newer engine wrote a kind of entry that this one does not know.
    case unknownKind(String)
    /// The content does not match its own checksum.
    case checksum
  }

  public var code: Code
  /// What was expected, and where.
  public var message: String
  /// The version of the engine that wrote the document, where it is known.
  public var engine: String?

  /// Creates a failure.
  public init(_ code: Code, _ message: String, engine: String? = nil) {
    self.code = code
    self.message = message
    self.engine = engine
  }

  public var description: String { message }
}
