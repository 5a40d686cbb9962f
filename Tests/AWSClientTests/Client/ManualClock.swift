import Synchronization

@testable import AWSClient

/// A clock that moves when somebody sleeps, and remembers how long.
final class ManualClock: WallClock {
  private let state: Mutex<(now: Double, sleeps: [Int])>

  init(now: Double = 1_700_000_000) { state = Mutex((now, [])) }

  var now: Double { state.withLock { $0.now } }
  var sleeps: [Int] { state.withLock { $0.sleeps } }

  func advance(seconds: Double) { state.withLock { $0.now += seconds } }

  func sleep(milliseconds: Int) async throws(CancellationError) {
    state.withLock { state in
      state.now += Double(milliseconds) / 1000
      state.sleeps.append(milliseconds)
    }
  }
}
