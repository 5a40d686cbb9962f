import Synchronization

/// Asks a deployment to stop: once to let calls in flight answer, twice to wait for nothing.
public final class StopSignal: Sendable {
  private let count = Mutex(0)
  private let clock: any DeploymentClock
  private let continuation: AsyncStream<Scheduler.StopLevel>.Continuation
  private let levels: AsyncStream<Scheduler.StopLevel>

  /// Creates a signal that was not given yet; it serves one deployment.
  ///
  /// - Parameter clock: the deployment's clock; a virtual one stands still until the signal is heard.
  public init(clock: any DeploymentClock = SystemClock()) {
    self.clock = clock
    (levels, continuation) = AsyncStream.makeStream()
  }

  /// Waits for the signal to be given, or given again; `nil` when the waiting task was cancelled.
  func next() async -> Scheduler.StopLevel? {
    for await level in levels { return level }
    return nil
  }

  /// Gives the signal; call it from the handler of SIGINT and SIGTERM.
  public func request() {
    let number = count.withLock { count in
      count += 1
      return count
    }
    guard number <= 2 else { return }
    clock.willSignal()
    continuation.yield(number == 1 ? .graceful : .quit)
  }

  /// Whether the signal was given.
  public var isRequested: Bool { count.withLock { $0 > 0 } }
}
