public import StrataModel

/// What became of a plan.
public struct DeploymentResult: Sendable, Hashable {
  /// How each step ended, by its number.
  public var steps: [StepResult]
  public var counts: JournalEntry.RunEnd
  /// The state at the end; when ``stateError`` is set, with what could not be recorded.
  public var snapshot: StateSnapshot
  /// Why state could not be written any more.
  public var stateError: StateError?
  /// What could not be recorded, in order: a ``RescueFolder`` keeps it until state can be written again.
  public var unrecorded: [JournalEntry] = []

  /// Whether every step was done.
  public var isComplete: Bool { counts.failed == 0 && counts.skipped == 0 && !counts.isInterrupted && stateError == nil }

  /// What failed, in the order of the plan.
  public var failures: [Diagnostic] {
    steps.compactMap { step in
      if case .failed(let diagnostic) = step { diagnostic } else { nil }
    }
  }

  /// The numbers of the steps whose calls' ends are not known.
  public var unsettledSteps: [Int] {
    steps.indices.filter { index in
      if case .unsettled = steps[index] { true } else { false }
    }
  }
}

/// Why a deployment did not begin.
public struct DeploymentError: Error, Sendable, Hashable {
  /// The kinds of refusal.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case stalePlan
    case foreignPlan
    case planHasErrors
    case unacknowledged
    case unresolvedOperations
    case malformedPlan
    case state
  }

  public var code: Code
  /// What is wrong and what to do about it, one sentence each.
  public var message: String
  /// The trouble with state, for ``Code/state``.
  public var stateError: StateError?

  /// Creates an error.
  public init(_ code: Code, _ message: String, stateError: StateError? = nil) {
    self.code = code
    self.message = message
    self.stateError = stateError
  }

  init(_ error: StateError) { self.init(.state, error.message, stateError: error) }
}
