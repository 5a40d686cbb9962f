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

  /// The name of the parameter that publishes the value.
  private var parameter: PropertyValue?

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

  /// Publishes the value as a parameter of AWS Systems Manager too, for programs that know its name: `published(as: "/serenity/pilot/table")`.
  ///
  /// The parameter is a resource beside the output, with the output's name and `-parameter` for its id; a list becomes a `StringList`. Everybody
  /// who may read parameters can read it, so a sensitive output cannot be published: CloudFormation's type makes no `SecureString`.
  public func published(as name: any Input<String>) -> Output {
    var output = self
    output.parameter = name.propertyValue
    return output
  }

  public func declare(in context: DeclarationContext) {
    context.add(self)
    guard let parameter else { return }
    guard !isSensitive else { return context.report(.publishedSecret(name, at: source)) }
    var fields = PropertyFields()
    fields.set("Name", parameter)
    switch value {
    case .array:
      fields.set("Type", "StringList")
      fields.set("Value", Expression(.join, [",", value]).simplified)
    default:
      fields.set("Type", "String")
      fields.set("Value", value.scalarText.map { .string($0) } ?? value)
    }
    let declaration = ResourceDeclaration(
      "AWS::SSM::Parameter", "\(name)-parameter", fields, fileID: source.fileID, line: source.line, column: source.column)
    context.place(declaration)
  }
}
