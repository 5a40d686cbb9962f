/// Time as a deployment sees it.
///
/// A deployment never looks at another clock and sleeps nowhere else, so that under a ``VirtualClock`` it is deterministic and needs no time.
public protocol DeploymentClock: Sendable {
  /// Milliseconds since 1970; never goes back within a run.
  func now() -> Int

  /// Waits; returns early when the task is cancelled.
  func sleep(milliseconds: Int) async

  /// Gives a child task that is about to be made its place in the order of turns.
  func admit() -> Int

  /// Runs the work of a child task that was admitted; a clock may hold it back until it is its turn.
  func perform<Value: Sendable>(_ place: Int, _ work: @Sendable () async -> Value) async -> Value

  /// Says that the deployment now waits for one of its child tasks, which hands its turn over when it ends.
  func willWait()

  /// Says that something from outside is on its way to the deployment.
  func willSignal()
}

extension DeploymentClock {
  public func admit() -> Int { 0 }

  public func perform<Value: Sendable>(_ place: Int, _ work: @Sendable () async -> Value) async -> Value { await work() }

  public func willWait() {}

  public func willSignal() {}

  /// Seconds since 1970.
  var seconds: Int { now() / 1_000 }
}
