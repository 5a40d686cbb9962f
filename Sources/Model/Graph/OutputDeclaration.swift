/// A value that a deployment reports to people and to other programs.
public struct OutputDeclaration: Sendable, Hashable {
  /// The path of the declaring stack or component, and the output's name, joined by `/`.
  public var key: String

  /// The value, with references left in.
  public var value: PropertyValue

  /// Whether the value is masked wherever it would be shown.
  public var isSensitive: Bool

  /// Where the output was declared.
  public var source: SourceLocation

  /// The name under which people know the output.
  public var name: String { ResourceAddress(key).id }

  /// Creates an output.
  public init(key: String, value: PropertyValue, isSensitive: Bool = false, source: SourceLocation) {
    self.key = key
    self.value = value
    self.isSensitive = isSensitive
    self.source = source
  }
}
