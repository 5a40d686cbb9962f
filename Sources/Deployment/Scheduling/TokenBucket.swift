/// The rate at which one operation of one service may be called in one account and region; it learns from being refused.
///
/// Unlimited until the service refuses, unless a documented rate is known. A refusal halves the rate, at most once per second, because calls
/// that were in flight together are refused together; time without refusals raises it again by a constant amount.
struct TokenBucket: Sendable {
  /// Calls per second; `nil` while no limit is known.
  private(set) var rate: Double?
  private var tokens: Double
  private var refilledAt: Int?
  private var halvedAt: Int?
  private var closedUntil = Int.min
  /// How much the rate grows in a second.
  private var growth: Double
  /// Calls in this second and in the one before, from which a first limit is estimated.
  private var second = Int.min
  private var callsInSecond = 0
  private var callsInSecondBefore = 0

  private static let slowestRate = 0.5

  /// - Parameter rate: the documented rate, with a burst of the same size; 0 for none.
  init(rate: Int) {
    self.rate = rate > 0 ? Double(rate) : nil
    tokens = Double(rate)
    growth = max(1, Double(rate) / 20)
  }

  /// Takes a token, if there is one.
  mutating func take(at now: Int) -> Bool {
    guard now >= closedUntil else { return false }
    refill(at: now)
    if rate != nil {
      guard tokens >= 1 else { return false }
      tokens -= 1
    }
    count(at: now)
    return true
  }

  /// How long until there is a token, in milliseconds.
  mutating func delay(at now: Int) -> Int {
    refill(at: now)
    let closed = max(0, closedUntil == Int.min ? 0 : closedUntil - now)
    guard let rate, tokens < 1 else { return closed }
    return max(closed, 1, Int(((1 - tokens) / rate * 1_000).rounded(.up)))
  }

  /// Learns that a call was refused.
  mutating func throttle(at now: Int, retryAfter: Int) {
    refill(at: now)
    closedUntil = max(closedUntil, now + retryAfter)
    if let halvedAt, now - halvedAt < 1_000 { return }
    halvedAt = now
    let present = rate ?? Double(max(callsInSecond, callsInSecondBefore))
    growth = max(1, present / 20)
    rate = max(Self.slowestRate, present / 2)
    tokens = 0
  }

  private mutating func refill(at now: Int) {
    defer { refilledAt = max(refilledAt ?? now, now) }
    guard let known = rate, let refilledAt, now > refilledAt else { return }
    let seconds = Double(now - refilledAt) / 1_000
    let raised = halvedAt == nil ? known : known + growth * seconds
    rate = raised
    tokens = min(max(1, raised), tokens + known * seconds)
  }

  private mutating func count(at now: Int) {
    let present = now / 1_000
    if present != second {
      callsInSecondBefore = present == second &+ 1 ? callsInSecond : 0
      callsInSecond = 0
      second = present
    }
    callsInSecond += 1
  }
}
