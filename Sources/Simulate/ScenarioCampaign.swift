import StrataSimulation
import Synchronization

/// Random scenarios of consecutive seeds.
struct ScenarioCampaign {
  private struct Tally {
    var processes = 0
    var crashes = 0
    /// By code: how often, and the smallest seed.
    var refusals: [String: (count: Int, seed: UInt64)] = [:]
    var broken: [Violation.Kind: Int] = [:]
    var failures: [(seed: UInt64, violation: Violation)] = []
    /// The digests of all scenarios together, whatever their order.
    var digest: UInt64 = 0
  }

  private let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Runs all; answers whether no invariant was broken.
  func run() -> Bool {
    let tally = Mutex(Tally())
    let first = arguments.seed
    let begin = ContinuousClock.now
    Campaign.run(arguments.scenarios, workers: arguments.workers) { number in
      let seed = first &+ UInt64(number)
      let result = Scenario.random(seed: seed).run()
      tally.withLock { tally in
        tally.processes += result.processes
        tally.crashes += result.crashes
        tally.digest ^= result.digest &* (seed | 1)
        for refusal in result.refusals {
          let known = tally.refusals[String(refusal.prefix { $0 != ":" }), default: (0, seed)]
          tally.refusals[String(refusal.prefix { $0 != ":" })] = (known.count + 1, min(known.seed, seed))
        }
        if let violation = result.violations.first {
          tally.broken[violation.kind, default: 0] += 1
          tally.failures.append((seed, violation))
        }
      }
    }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    let result = tally.withLock { $0 }
    report(result, seconds)
    return result.failures.isEmpty
  }

  /// Prints all that happens in a scenario, shrunk if it fails; answers whether no invariant was broken.
  static func printHistory(_ seed: UInt64) -> Bool {
    var scenario = Scenario.random(seed: seed)
    if let violation = scenario.run().violations.first {
      scenario = Shrinker.shrink(scenario, breaking: violation.kind)
      Campaign.say("\(Reproduction(scenario, violation))")
    }
    let result = scenario.run(keepsHistory: true)
    for line in result.history { Campaign.say(line) }
    for violation in result.violations { Campaign.say("broken: \(violation)") }
    return result.violations.isEmpty
  }

  private func report(_ tally: Tally, _ seconds: Double) {
    Campaign.say(
      "\(arguments.scenarios) scenarios from seed \(arguments.seed): \(tally.processes) processes, \(tally.crashes) crashes, \(tally.failures.count) broken, in \(Int(seconds)) s (\(Int(Double(arguments.scenarios) / max(seconds, 0.001))) per second), digest \(String(tally.digest, radix: 16))"
    )
    for (kind, count) in tally.broken.sorted(by: { $0.key.rawValue < $1.key.rawValue }) { Campaign.say("  \(kind.rawValue): \(count)") }
    for (code, refusal) in tally.refusals.sorted(by: { $0.key < $1.key }) {
      Campaign.say("  programs refused as \(code): \(refusal.count), the first of seed \(refusal.seed)")
    }
    let failures = tally.failures.sorted { $0.seed < $1.seed }
    for failure in failures.prefix(30) { Campaign.say("  seed \(failure.seed): \(failure.violation)") }
    var shown: Set<Violation.Kind> = []
    for failure in failures where shown.count < arguments.reproductions && shown.insert(failure.violation.kind).inserted {
      let small = Shrinker.shrink(Scenario.random(seed: failure.seed), breaking: failure.violation.kind)
      let violation = small.run().violations.first ?? failure.violation
      Campaign.say("\nTo reproduce, in a file of StrataSimulation's tests:\n\n\(Reproduction(small, violation))\n")
    }
  }
}
