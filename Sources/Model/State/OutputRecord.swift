/// A recorded output.
public struct OutputRecord: Sendable, Hashable {
  /// The resolved value; of a sensitive output only its source is kept.
  public var value: PropertyValue
  public var isSensitive: Bool
  /// The value as it was declared, with references left in; `nil` for a literal, and in state that earlier versions wrote.
  ///
  /// It tells which resources an output speaks of, and lets a rollback give it the identifiers that are true then.
  public var expression: PropertyValue?

  /// Creates a record.
  public init(value: PropertyValue, isSensitive: Bool = false, expression: PropertyValue? = nil) {
    self.value = value
    self.isSensitive = isSensitive
    self.expression = expression
  }
}
