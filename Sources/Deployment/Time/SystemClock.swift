import Foundation

/// The machine's time: the calendar's at the beginning, and from then on as much as has passed.
public struct SystemClock: DeploymentClock {
  private let start: Int
  private let begin = ContinuousClock.now

  /// Creates a clock that shows the present time.
  public init() { start = Int(Date().timeIntervalSince1970 * 1_000) }

  public func now() -> Int {
    let (seconds, attoseconds) = (ContinuousClock.now - begin).components
    return start + Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
  }

  public func sleep(milliseconds: Int) async {
    // Only cancellation throws, and then there is nothing left to wait for.
    try? await Task.sleep(for: .milliseconds(milliseconds))
  }
}
