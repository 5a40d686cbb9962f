/// Collects the statements of a body: resources, outputs, components, stacks, lists of them, `if`, `switch` and `for`.
///
/// Everything is collected as `any Infrastructure`: that compiles faster than a tower of generic types, and nothing is gained from the tower.
@resultBuilder
public enum InfrastructureBuilder {
  public static func buildExpression(_ member: any Infrastructure) -> [any Infrastructure] { [member] }

  public static func buildExpression(_ members: [any Infrastructure]) -> [any Infrastructure] { members }

  @available(
    *, unavailable,
    message: "a body holds resources, outputs, components and stacks; give other values a name with 'let', or assign them to '_'"
  )
  @_disfavoredOverload
  public static func buildExpression<T>(_ value: T) -> [any Infrastructure] { [] }

  public static func buildBlock(_ parts: [any Infrastructure]...) -> [any Infrastructure] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [any Infrastructure]?) -> [any Infrastructure] { part ?? [] }
  public static func buildEither(first part: [any Infrastructure]) -> [any Infrastructure] { part }
  public static func buildEither(second part: [any Infrastructure]) -> [any Infrastructure] { part }
  public static func buildArray(_ parts: [[any Infrastructure]]) -> [any Infrastructure] { parts.flatMap { $0 } }
  public static func buildLimitedAvailability(_ part: [any Infrastructure]) -> [any Infrastructure] { part }
  public static func buildFinalResult(_ members: [any Infrastructure]) -> Group { Group(members) }
}
