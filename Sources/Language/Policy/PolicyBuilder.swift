/// Collects the statements of a policy; `if`, `switch` and `for` may be used, and lists of statements that `grant` methods return.
@resultBuilder
public enum PolicyBuilder {
  public static func buildExpression(_ statement: Statement) -> [Statement] { [statement] }
  public static func buildExpression(_ statements: [Statement]) -> [Statement] { statements }
  public static func buildBlock(_ only: [Statement]) -> [Statement] { only }
  public static func buildBlock(_ parts: [Statement]...) -> [Statement] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Statement]?) -> [Statement] { part ?? [] }
  public static func buildEither(first part: [Statement]) -> [Statement] { part }
  public static func buildEither(second part: [Statement]) -> [Statement] { part }
  public static func buildArray(_ parts: [[Statement]]) -> [Statement] { parts.flatMap { $0 } }
}
