#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The clock of this machine.
public struct SystemClock: WallClock {
  /// Creates the clock.
  public init() {}

  public var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  public func sleep(milliseconds: Int) async throws(CancellationError) {
    do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch { throw CancellationError() }
  }
}
