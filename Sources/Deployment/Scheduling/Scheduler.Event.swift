public import StrataModel

extension Scheduler {
  /// What happened.
  public enum Event: Sendable, Hashable {
    case start
    /// A step's values are resolved and its reads are made.
    case prepared(Int, Preparation)
    /// A step's intent is durable.
    case committed(Int)
    /// A call, a poll or an investigation was answered.
    case called(Int, CallResult)
    case due(Timer)
    case stop(StopLevel)
  }

  /// How a step's preparation ended.
  public enum Preparation: Sendable, Hashable {
    /// An intent can be committed.
    case ready
    /// The step needs no call: it was only metadata, or nothing differs.
    case nothingToDo
    case failed
    /// Something is not visible yet; prepare again in so many milliseconds.
    case again(Int)
  }

  /// How a call was answered.
  public enum CallResult: Sendable, Hashable {
    case done
    case failed
    /// The operation goes on: what its dependents may rely on already, and when to ask.
    case accepted(Dependency.Readiness?, pollAfter: Int)
    /// The service refused because of its rate. With a token that the refusal used up, a new intent must be committed.
    case throttled(retryAfter: Int?, needsCommit: Bool)
    /// The service refused for a reason that passes.
    case again(after: Int, needsCommit: Bool)
    /// Nobody knows whether the call was executed.
    case undecided
  }

  /// Something that a step or bucket waits for.
  public enum Timer: Sendable, Hashable {
    case prepare(Int)
    case commit(Int)
    case call(Int)
    case poll(Int)
    case bucket(Int)
    case grace
  }

  /// How a deployment is asked to stop.
  public enum StopLevel: Int, Sendable, Hashable, Comparable {
    /// Start nothing, and let calls in flight answer.
    case graceful
    /// The right to write state is lost: start nothing, commit nothing.
    case lost
    /// Wait for nothing.
    case quit

    public static func < (left: StopLevel, right: StopLevel) -> Bool { left.rawValue < right.rawValue }
  }

  /// What shall be done.
  public enum Action: Sendable, Hashable {
    case prepare(Int)
    case commit(Int)
    case call(Int)
    case poll(Int)
    /// Find out whether a call of unknown outcome was executed; answered like a call.
    case investigate(Int)
    case wait(Timer, Int)
    /// The step cannot be done because another one failed.
    case skip(Int, because: Int)
    /// The step is left as it is because the deployment stops.
    case giveUp(Int, Remainder)
    /// Nothing is left to do.
    case finish
  }

  /// What a step that was given up leaves behind.
  public enum Remainder: Sendable, Hashable {
    /// Nothing was announced and nothing was sent.
    case nothing
    /// An intent is durable or may be, and its call was surely not executed.
    case unsentIntent
    /// A call was sent whose end is not known; the next run finds out.
    case openIntent
  }
}
