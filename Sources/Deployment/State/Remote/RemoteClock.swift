/// The time as remote state uses it: one that goes on while the machine sleeps or the process is stopped.
public protocol RemoteClock: Sendable {
  /// Milliseconds since a fixed moment; sleep counts.
  func now() -> Int

  /// Seconds since 1970.
  func seconds() -> Int

  /// Waits; returns early when the task is cancelled.
  func sleep(milliseconds: Int) async
}

/// The machine's time.
public struct SystemRemoteClock: RemoteClock {
  private let clock = SystemClock()

  /// Creates a clock.
  public init() {}

  // ContinuousClock reads CLOCK_BOOTTIME on Linux and mach_continuous_time on macOS.
  public func now() -> Int { clock.now() }
  public func seconds() -> Int { clock.seconds }
  public func sleep(milliseconds: Int) async { await clock.sleep(milliseconds: milliseconds) }
}
