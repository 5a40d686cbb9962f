/// Settings that cannot be used: what is wrong, in which file and line or which variable, and what to do.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file or the environment variable; empty for neither.
  public var source: String
  /// The line in the file, from 1; `nil` for a variable.
  public var line: Int?
  public var message: String

  /// Creates an error.
  public init(_ message: String, source: String = "", line: Int? = nil) {
    self.message = message
    self.source = source
    self.line = line
  }

  public var description: String {
    let place = source.isEmpty ? "" : source + (line.map { ":\($0)" } ?? "") + ": "
    return place + message
  }
}
