/// An output with what the answer's head tells.
public struct AWSAnswer: Sendable, Hashable {
  public var output: AWSValue
  /// When the service answered by its own clock, in seconds since 1970; `nil` where it does not say.
  public var servedAt: Double?

  /// Creates an answer.
  public init(_ output: AWSValue, servedAt: Double? = nil) {
    self.output = output
    self.servedAt = servedAt
  }
}
