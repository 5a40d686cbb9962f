import StrataModel

/// An output that is a program's configuration: variables, in the order in which they are written.
///
/// ```swift
/// EnvironmentFile("environment_config", ["AWS_KMS_KEY_ID": key.keyId, "AWS_KMS_REGION": AWS.region])
/// ```
///
/// `outputs --format dotenv` writes these variables and nothing else; without an environment file it writes every output as a variable.
/// The output's value is the text, a line for each variable. Secrets have no place in it: pass their ARN.
public struct EnvironmentFile: Infrastructure {
  private let output: Output

  /// Creates the output; a variable's name consists of capital letters, digits and `_`, and does not begin with a digit.
  public init(
    _ name: String, _ variables: KeyValuePairs<String, any Input<String>>, fileID: String = #fileID, line: Int = #line,
    column: Int = #column
  ) {
    let lines = variables.map { Value<String>(propertyValue: InterpolationToken.decode("\($0.key)=\(Value($0.value))")) }
    output = Output(name, lines.joined(separator: "\n"), fileID: fileID, line: line, column: column)
  }

  public func declare(in context: DeclarationContext) { output.declare(in: context) }
}
