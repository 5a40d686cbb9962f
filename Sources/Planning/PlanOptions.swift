public import StrataModel

/// What a plan depends on beside state, observations and graph.
public struct PlanOptions: Sendable, Hashable {
  /// The version of the engine, which the plan is bound to.
  public var engine: String

  /// The words that the user gave; they turn the question whether a delete is a forgotten rename into a warning.
  public var acknowledgements: GivenAcknowledgements

  /// Whether operations of unknown outcome are only warned of: such a plan may be shown, never applied.
  public var isProvisional: Bool

  /// The part of the environment that is planned; `nil` for all of it.
  public var selection: ResourceSelection?

  /// Resources whose objects are replaced although nothing says that they must be.
  public var replaced: [ResourceAddress] = []

  /// Whether the graph is an earlier state of the environment and not a program.
  public var isRollback = false

  /// Creates options.
  public init(
    engine: String, acknowledgements: GivenAcknowledgements = GivenAcknowledgements(), isProvisional: Bool = false
  ) {
    self.engine = engine
    self.acknowledgements = acknowledgements
    self.isProvisional = isProvisional
  }
}
