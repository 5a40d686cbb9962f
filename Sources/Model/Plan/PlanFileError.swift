/// Why a plan file cannot be used.
public struct PlanFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The file is truncated, or no plan file at all.
    case malformed
    /// The content is not what was written.
    case edited
    case otherFormat
    case otherEngine
  }

  public var code: Code
  public var message: String
  public var remedy: String

  /// Creates an error.
  public init(_ code: Code, _ message: String, remedy: String) {
    self.code = code
    self.message = message
    self.remedy = remedy
  }

  public var description: String { "the plan file cannot be used: \(message); \(remedy)" }
}
