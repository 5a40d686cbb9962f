public import StrataModel

/// Something that a deployment tells its observer, for a live view or a log.
public struct DeploymentEvent: Sendable, Hashable {
  /// Milliseconds since 1970.
  public var at: Int
  public var kind: Kind

  /// Creates an event.
  public init(at: Int, kind: Kind) {
    self.at = at
    self.kind = kind
  }

  /// What happened; steps are named by their number in the plan.
  public enum Kind: Sendable, Hashable {
    /// The deployment begins: how many steps are not kept as they are, and the expected time in milliseconds if nothing had to queue.
    case began(steps: Int, estimate: Int)
    /// A step's values are known, and its reads begin.
    case started(step: Int)
    /// A call was sent.
    case called(step: Int, attempt: Int)
    /// The service works on it.
    case waiting(step: Int)
    /// The call is repeated, and why.
    case retrying(step: Int, reason: String, milliseconds: Int)
    /// A step ended.
    case ended(step: Int, StepResult)
    /// The deployment was asked to stop; what is in flight may still answer.
    case stopping(Scheduler.StopLevel)
    /// Something that the user should know.
    case note(Diagnostic)
    /// Nothing runs any more and everything is recorded; calls that were abandoned may still hold the deployment back.
    case concluded
  }
}

/// How a step ended.
public enum StepResult: Sendable, Hashable {
  /// Nothing was to be done, or what was to be done is so already.
  case unchanged
  case created(identifier: String)
  case updated
  case adopted
  case deleted
  case retained
  /// Deleted as far as order is concerned; the service keeps the object until a date (seconds since 1970).
  case pendingDeletion(until: Int)
  /// The record was dropped and the object stays.
  case forgotten
  case failed(Diagnostic)
  /// Another step failed, on which this one depends.
  case skipped(because: Int)
  /// The deployment stopped before the step began.
  case notStarted
  /// A call was sent whose end is not known; the next deployment finds out before it does anything else.
  case unsettled(reason: String)
}
