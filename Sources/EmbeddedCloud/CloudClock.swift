import Foundation
import Synchronization

/// Time as the cloud sees it: a source of moments, and a way to let time pass.
public struct CloudClock: Sendable {
  /// Milliseconds since 1970.
  public var now: @Sendable () -> Int
  /// Waits for a number of milliseconds; returns early when the task is cancelled.
  public var sleep: @Sendable (Int) async -> Void

  /// Creates a clock.
  public init(now: @escaping @Sendable () -> Int, sleep: @escaping @Sendable (Int) async -> Void) {
    self.now = now
    self.sleep = sleep
  }

  /// The machine's clock.
  public static let system = CloudClock(
    now: { Int(Date().timeIntervalSince1970 * 1000) },
    sleep: { try? await Task.sleep(for: .milliseconds($0)) })
}

/// A clock that moves only when it is told to, or when somebody sleeps on it.
public final class VirtualCloudClock: Sendable {
  private let moment: Mutex<Int>

  /// Creates a clock that stands at a moment, in milliseconds since 1970.
  public init(now: Int = 1_795_253_400_000) { moment = Mutex(now) }

  /// Milliseconds since 1970.
  public var now: Int { moment.withLock { $0 } }

  /// Lets milliseconds pass.
  public func advance(_ milliseconds: Int) { moment.withLock { $0 += max(0, milliseconds) } }

  /// The clock for a cloud; sleeping on it lets the time pass at once.
  public var clock: CloudClock {
    CloudClock(now: { self.now }, sleep: { self.advance($0) })
  }
}
