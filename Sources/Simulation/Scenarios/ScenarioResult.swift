/// What came of a scenario.
package struct ScenarioResult: Sendable, Hashable {
  package var violations: [Violation] = []
  /// Equal for equal histories.
  package var digest: UInt64 = 0
  package var processes = 0
  package var crashes = 0
  /// Deployments whose program the planner refused, with reason.
  package var refused = 0
  package var refusals: [String] = []
  /// What happened, if it was to be written down.
  package var history: [String] = []
}
