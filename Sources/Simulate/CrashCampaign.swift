import Foundation
import StrataModel
import StrataSimulation
import Synchronization

/// Crashes of one recorded graph, at every point and beyond that at the same points with other chances.
struct CrashCampaign {
  private let arguments: Arguments
  private let sweep: CrashSweep

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    let path = arguments.graph ?? ""
    guard let data = FileManager.default.contents(atPath: path) else { throw Arguments.Failure(description: "\(path) cannot be read") }
    sweep = CrashSweep(try ResourceGraph(jsonText: [UInt8](data)))
  }

  /// How many crashes one deployment serves: each keeps a copy of the world until its turn comes.
  private static let groupSize = 32

  /// A step that comes to every point once in a round, and to all parts of the deployment early in it: few points say something about the whole.
  private static func stride(over count: Int) -> Int {
    func divisor(_ left: Int, _ right: Int) -> Int { right == 0 ? left : divisor(right, left % right) }
    var stride = max(1, count * 382 / 1_000)
    while divisor(stride, count) != 1 { stride += 1 }
    return stride
  }

  /// Runs all; answers whether no invariant was broken.
  func run() -> Bool {
    let begin = ContinuousClock.now
    let (count, finding) = sweep.points(seed: arguments.seed)
    guard finding.violations.isEmpty else {
      for violation in finding.violations.prefix(10) { Campaign.say("  without a crash: \(violation)") }
      return false
    }
    let crashes = Mutex(0)
    let failures = Mutex<[(point: Int, seed: UInt64, finding: CrashSweep.Finding)]>([])
    let sweep = sweep
    let first = arguments.seed
    let stride = Self.stride(over: count)
    let total = arguments.crashPoints
    let groupsPerRound = (count + Self.groupSize - 1) / Self.groupSize
    let groups = (total + count - 1) / count * groupsPerRound
    Campaign.run(groups, workers: arguments.workers) { number in
      // Each round over all points has other chances; every third one kills the successor, too.
      let round = number / groupsPerRound
      let begin = number % groupsPerRound * Self.groupSize
      let end = min(begin + Self.groupSize, count, total - round * count)
      guard begin < end else { return }
      let points = (begin..<end).map { 1 + $0 * stride % count }
      let seed = first &+ UInt64(round)
      for (point, finding) in zip(points, sweep.crash(at: points, seed: seed, again: round % 3 == 2 ? 1 : 0)) {
        if finding.crash != nil { crashes.withLock { $0 += 1 } }
        if !finding.violations.isEmpty { failures.withLock { $0.append((point, seed, finding)) } }
      }
    }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    let failed = failures.withLock { $0 }
    Campaign.say(
      "\(arguments.crashPoints) crash points of \(count) from seed \(first): \(crashes.withLock { $0 }) crashes, \(failed.count) broken, in \(Int(seconds)) s (\(Int(Double(arguments.crashPoints) / max(seconds, 0.001))) per second)"
    )
    for failure in failed.sorted(by: { ($0.seed, $0.point) < ($1.seed, $1.point) }).prefix(20) {
      Campaign.say("  seed \(failure.seed), crash \(failure.finding.crash?.description ?? "?"):")
      for violation in failure.finding.violations.prefix(3) { Campaign.say("    \(violation)") }
    }
    return failed.isEmpty
  }
}
