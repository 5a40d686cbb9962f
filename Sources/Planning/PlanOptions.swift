public import StrataModel

/// What a plan depends on beside state, observations and graph.
public struct PlanOptions: Sendable, Hashable {
  /// The version of the engine, which the plan is bound to.
  public var engine: String

  /// The words that the user gave; they turn the question whether a delete is a forgotten rename into a warning.
  public var acknowledgements: GivenAcknowledgements

  /// Whether operations of unknown outcome are only warned of: such a plan may be shown, never applied.
  public var isProvisional: Bool

  /// Creates options.
  public init(
    engine: String, acknowledgements: GivenAcknowledgements = GivenAcknowledgements(), isProvisional: Bool = false
  ) {
    self.engine = engine
    self.acknowledgements = acknowledgements
    self.isProvisional = isProvisional
  }
}
