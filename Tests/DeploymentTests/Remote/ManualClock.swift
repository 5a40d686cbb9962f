import Synchronization

@testable import StrataDeployment

/// Time that passes when a test says so, and when somebody sleeps: sleepers never wait.
final class ManualClock: RemoteClock {
  private let milliseconds = Mutex(1_800_000_000_000)

  func now() -> Int { milliseconds.withLock { $0 } }
  func seconds() -> Int { now() / 1_000 }
  func pass(seconds: Int) { milliseconds.withLock { $0 += seconds * 1_000 } }
  func sleep(milliseconds amount: Int) async { milliseconds.withLock { $0 += amount } }
}
