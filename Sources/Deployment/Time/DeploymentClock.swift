/// Time as a deployment sees it.
///
/// A deployment never looks at another clock and sleeps nowhere else, so that under a ``VirtualClock`` it is deterministic and needs no time.
public protocol DeploymentClock: Sendable {
  /// Milliseconds since 1970; never goes back within a run.
  func now() -> Int

  /// Waits; returns early when the task is cancelled.
  func sleep(milliseconds: Int) async

  /// Runs the work of a child task; a clock may hold it back until it is its turn.
  func perform<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value

  /// Says that the deployment now waits for one of its child tasks, which hands its turn over when it ends.
  func willWait()
}

extension DeploymentClock {
  public func perform<Value: Sendable>(_ work: @Sendable () async -> Value) async -> Value { await work() }

  public func willWait() {}

  /// Seconds since 1970.
  var seconds: Int { now() / 1_000 }
}
