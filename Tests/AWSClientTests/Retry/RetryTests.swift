import Testing

@testable import AWSClient

@Suite("Repetition")
struct RetryTests {
  @Test("Waits double from one second to twenty, by chance between nothing and all of it")
  func delays() {
    #expect(
      (1...7).map { RetryDelay.milliseconds(afterAttempt: $0, chance: 1, asked: nil) } == [1000, 2000, 4000, 8000, 16000, 20000, 20000])
    #expect(RetryDelay.milliseconds(afterAttempt: 3, chance: 0, asked: nil) == 0)
    #expect(RetryDelay.milliseconds(afterAttempt: 3, chance: 0.25, asked: nil) == 1000)
  }

  @Test("A service's own wish is honoured, up to five seconds more")
  func askedDelay() {
    #expect(RetryDelay.milliseconds(afterAttempt: 1, chance: 0.5, asked: 2000) == 2000)
    #expect(RetryDelay.milliseconds(afterAttempt: 1, chance: 0.5, asked: 60_000) == 5500)
    #expect(RetryDelay.milliseconds(afterAttempt: 1, chance: 0.5, asked: 0) == 500)
  }

  @Test("The quota holds a hundred repetitions in a row, and success refills it")
  func quota() {
    var quota = RetryQuota()
    for _ in 0..<100 { #expect(quota.take(afterTimeout: false) == 5) }
    #expect(quota.take(afterTimeout: false) == nil)
    quota.succeed(spent: 5)
    #expect(quota.take(afterTimeout: true) == nil)
    #expect(quota.take(afterTimeout: false) == 5)
    for _ in 0..<1000 { quota.succeed(spent: 0) }
    #expect(quota.available == RetryQuota.capacity)
  }

  @Test("Calls are free until a throttle, then slow down to less than what was reached, and recover")
  func adaptiveRate() {
    var rate = AdaptiveRate()
    var now = 1000.0
    // Ten calls a second for five seconds.
    for _ in 0..<50 {
      #expect(rate.take(at: now) == 0)
      rate.learn(throttled: false, at: now)
      now += 0.1
    }
    #expect(!rate.isLimiting)
    let reached = rate.measured
    rate.learn(throttled: true, at: now)
    #expect(rate.isLimiting)
    #expect(abs(rate.rate - reached * 0.7) < 1.5)
    let slowed = rate.rate
    var waited = 0.0
    for _ in 0..<100 {
      let wait = rate.take(at: now)
      waited += wait
      now += wait + 0.01
      rate.learn(throttled: false, at: now)
    }
    #expect(waited > 1)
    #expect(rate.rate > slowed)
  }

  @Test("What may have been executed and is not idempotent is never repeated")
  func unknownOutcome() {
    for kind in AWSError.Kind.allCases {
      let error = AWSError(kind, execution: .unknown, "")
      #expect(!RetryDecision.isRepeatable(error, isIdempotent: false, isRead: false, throttling: .reads), "\(kind)")
    }
    let lost = AWSError(.network, execution: .unknown, "")
    #expect(RetryDecision.isRepeatable(lost, isIdempotent: true, isRead: false, throttling: .none))
    let refused = AWSError(.network, execution: .notExecuted, "")
    #expect(RetryDecision.isRepeatable(refused, isIdempotent: false, isRead: false, throttling: .none))
  }

  @Test("A clock that is off is noticed from the time of the answer, and put into words")
  func clockSkew() {
    let date = "Tue, 14 Nov 2023 22:13:20 GMT"  // 1700000000
    let skewed = AWSError(.refused, code: "RequestTimeTooSkewed", "")
    #expect(ClockSkew.difference(skewed, date: date, signedAt: 1_700_000_000 - 3600) == 3600)
    #expect(ClockSkew.difference(skewed, date: date, signedAt: 1_700_000_100) == nil)
    #expect(ClockSkew.difference(AWSError(.refused, code: "ValidationError", ""), date: date, signedAt: 0) == nil)
    #expect(ClockSkew.words(-3600) == "1 hour")
    #expect(ClockSkew.words(900) == "15 minutes")
    #expect(ClockSkew.words(86400 * 365) == "365 days")
  }
}
