/// One or more environments.
public protocol Environments {
  /// The environments, in the order in which they were written.
  var all: [Environment] { get }
}

/// The environments of an app in order.
public struct EnvironmentList: Environments, Sendable {
  public let all: [Environment]

  /// Creates a list.
  public init(_ all: [Environment]) { self.all = all }
}

/// Collects the environments of an app; `if`, `switch` and `for` may be used.
@resultBuilder
public enum EnvironmentsBuilder {
  public static func buildExpression(_ environment: Environment) -> [Environment] { [environment] }
  public static func buildExpression(_ environments: some Environments) -> [Environment] { environments.all }
  public static func buildExpression(_ environments: [Environment]) -> [Environment] { environments }
  public static func buildBlock(_ parts: [Environment]...) -> [Environment] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Environment]?) -> [Environment] { part ?? [] }
  public static func buildEither(first part: [Environment]) -> [Environment] { part }
  public static func buildEither(second part: [Environment]) -> [Environment] { part }
  public static func buildArray(_ parts: [[Environment]]) -> [Environment] { parts.flatMap { $0 } }
  public static func buildFinalResult(_ environments: [Environment]) -> EnvironmentList { EnvironmentList(environments) }
}
