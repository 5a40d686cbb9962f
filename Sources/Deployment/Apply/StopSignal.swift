import Synchronization

/// Asks a deployment to stop: once to let calls in flight answer, twice to wait for nothing.
public final class StopSignal: Sendable {
  private let count = Mutex(0)
  private let continuation: AsyncStream<Scheduler.StopLevel>.Continuation
  let levels: AsyncStream<Scheduler.StopLevel>

  /// Creates a signal that was not given yet; it serves one deployment.
  public init() { (levels, continuation) = AsyncStream.makeStream() }

  /// Gives the signal; call it from the handler of SIGINT and SIGTERM.
  public func request() {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number <= 2 { continuation.yield(number == 1 ? .graceful : .quit) }
  }

  /// Whether the signal was given.
  public var isRequested: Bool { count.withLock { $0 > 0 } }
}
