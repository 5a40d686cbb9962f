import StrataModel

/// A value that a deployment reports to people and to other programs: `Output("table", sessions.tableName)`.
///
/// It belongs to the stack or component that declares it; its key is their path and the name.
public struct Output: Infrastructure {
  /// The name under which people know the output.
  public let name: String

  let value: PropertyValue
  let isSensitive: Bool
  let source: SourceLocation

  /// Creates an output; a sensitive one is masked wherever it would be shown.
  public init<T>(
    _ name: String, _ value: any Input<T>, isSensitive: Bool = false, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    self.value = value.propertyValue
    self.isSensitive = isSensitive
    source = SourceLocation(fileID: fileID, line: line, column: column)
  }

  /// Creates an output that is a list.
  public init<T>(
    _ name: String, _ values: [any Input<T>], isSensitive: Bool = false, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) {
    self.name = name
    value = PropertyFields.list(values)
    self.isSensitive = isSensitive
    source = SourceLocation(fileID: fileID, line: line, column: column)
  }

  public func declare(in context: DeclarationContext) { context.add(self) }
}
