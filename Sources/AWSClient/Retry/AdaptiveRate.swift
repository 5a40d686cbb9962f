import Foundation

/// The rate of calls in adaptive mode: unlimited until a service throttles, then a token bucket whose rate follows CUBIC.
///
/// Source: "Retry behavior", adaptive mode, <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>; the curve is
/// CUBIC's (RFC 9438, section 4.2) with a multiplicative decrease to 0.7. Times are seconds; the caller passes them in.
struct AdaptiveRate: Sendable, Hashable {
  private static let decrease = 0.7
  private static let steepness = 0.4
  private static let slowest = 0.5
  private static let smoothing = 0.8

  /// Whether a throttle was seen, so that calls wait.
  private(set) var isLimiting = false
  /// Calls per second that the bucket lets through.
  private(set) var rate = AdaptiveRate.slowest
  /// Calls per second that were made, smoothed.
  private(set) var measured = 0.0

  private var capacity = 1.0
  private var tokens = 1.0
  private var filledAt: Double?
  private var largestRate = 0.0
  private var throttledAt = 0.0
  private var callsInWindow = 0
  private var windowStart: Double?

  /// Takes one call's token and tells how many seconds the call has to wait for it.
  mutating func take(at now: Double) -> Double {
    guard isLimiting else { return 0 }
    fill(at: now)
    tokens -= 1
    return tokens >= 0 ? 0 : -tokens / rate
  }

  /// Learns from an answer.
  mutating func learn(throttled: Bool, at now: Double) {
    measure(at: now)
    let proposed: Double
    if throttled {
      let reached = isLimiting ? min(measured, rate) : measured
      largestRate = reached
      throttledAt = now
      proposed = reached * Self.decrease
      isLimiting = true
    } else {
      let plateau = cbrt(largestRate * (1 - Self.decrease) / Self.steepness)
      let distance = now - throttledAt - plateau
      proposed = Self.steepness * distance * distance * distance + largestRate
    }
    fill(at: now)
    rate = max(Self.slowest, min(proposed, 2 * measured))
    capacity = max(1, rate)
    tokens = min(tokens, capacity)
  }

  private mutating func fill(at now: Double) {
    if let filledAt { tokens = min(capacity, tokens + max(0, now - filledAt) * rate) }
    filledAt = now
  }

  /// Measures in windows of half a second.
  private mutating func measure(at now: Double) {
    callsInWindow += 1
    let window = (now * 2).rounded(.down) / 2
    guard let start = windowStart else { return windowStart = window }
    guard window > start else { return }
    measured = Double(callsInWindow) / (window - start) * Self.smoothing + measured * (1 - Self.smoothing)
    callsInWindow = 0
    windowStart = window
  }
}
