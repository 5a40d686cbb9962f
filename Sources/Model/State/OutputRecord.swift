/// A recorded output.
public struct OutputRecord: Sendable, Hashable {
  /// The resolved value; of a sensitive output only its source is kept.
  public var value: PropertyValue
  public var isSensitive: Bool

  /// Creates a record.
  public init(value: PropertyValue, isSensitive: Bool = false) {
    self.value = value
    self.isSensitive = isSensitive
  }
}
