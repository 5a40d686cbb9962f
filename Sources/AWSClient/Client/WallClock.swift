/// The time of day and the passing of time, as far as calls depend on them; tests give a double.
public protocol WallClock: Sendable {
  /// Seconds since 1970.
  var now: Double { get }

  /// Waits, and throws when the task is cancelled meanwhile.
  func sleep(milliseconds: Int) async throws(CancellationError)
}
