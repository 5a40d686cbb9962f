import Dispatch
public import StrataLanguage
public import StrataModel
import StrataSimulation
import Synchronization
public import Testing

/// Kills the deployment of a program's environment at every point, lets it run again each time, and expects the same end.
///
/// Everything is simulated: the cloud, which lags and loses as AWS does, the disk, which tears what was not synchronized, and time. The engine
/// is the real one. A point is the moment before or after a call, its answer, or an operation on a file of state. After each crash and the run
/// that follows, every declared resource must exist once, as declared and recorded; nothing else may exist; the lock must be free; no secret
/// may stand in a file; and a further plan must be empty.
///
/// - Parameters:
///   - environment: the environment's name.
///   - program: the program that declares it.
///   - points: the most points to try; they are spread evenly over the deployment when it has more.
///   - seed: decides delays, interleavings and what a crash leaves behind; equal seeds repeat a run exactly.
///   - sourceLocation: where failures are reported.
/// - Throws: ``SynthesisFailure`` when the program has no graph.
public func expectConvergesFromEveryCrash<Program: App>(
  _ environment: String, of program: Program.Type, points: Int = 300, seed: UInt64 = 1,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws(SynthesisFailure) {
  expectConvergesFromEveryCrash(try synthesize(environment, of: program), points: points, seed: seed, sourceLocation: sourceLocation)
}

/// Kills the deployment of infrastructure at every point, lets it run again each time, and expects the same end.
///
/// See ``expectConvergesFromEveryCrash(_:of:points:seed:sourceLocation:)`` for what is simulated and expected.
public func expectConvergesFromEveryCrash(
  points: Int = 300, seed: UInt64 = 1, sourceLocation: Testing.SourceLocation = #_sourceLocation,
  @InfrastructureBuilder _ contents: @escaping @Sendable () -> Group
) throws(SynthesisFailure) {
  expectConvergesFromEveryCrash(try synthesize(contents), points: points, seed: seed, sourceLocation: sourceLocation)
}

/// Kills the deployment of a graph at every point, lets it run again each time, and expects the same end.
///
/// See ``expectConvergesFromEveryCrash(_:of:points:seed:sourceLocation:)`` for what is simulated and expected.
///
/// - Parameter earlier: graphs that were deployed before, one after another, so that the deployment under test changes and deletes too.
public func expectConvergesFromEveryCrash(
  _ graph: ResourceGraph, after earlier: [ResourceGraph] = [], points: Int = 300, seed: UInt64 = 1,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let sweep = CrashSweep(graph, after: earlier)
  let (count, undisturbed) = sweep.points(seed: seed)
  guard undisturbed.violations.isEmpty else {
    CrashReport(graph, undisturbed).record(at: sourceLocation)
    return
  }
  let tried = min(count, max(1, points))
  // One deployment serves a group of points.
  let groupSize = 16
  let failures = Mutex<[CrashSweep.Finding]>([])
  let next = Mutex(0)
  DispatchQueue.concurrentPerform(iterations: 2) { _ in
    while true {
      let number = next.withLock { next -> Int in
        next += 1
        return next - 1
      }
      // A handful of failures says as much as hundreds.
      let group = min(tried, number * groupSize)..<min(tried, (number + 1) * groupSize)
      if group.isEmpty || failures.withLock({ $0.count >= CrashReport.mostReports }) { return }
      let findings = sweep.crash(at: group.map { 1 + $0 * count / tried }, seed: seed)
      failures.withLock { $0 += findings.filter { !$0.violations.isEmpty } }
    }
  }
  for finding in failures.withLock({ $0 }).sorted(by: { ($0.crash?.number ?? 0) < ($1.crash?.number ?? 0) }) {
    CrashReport(graph, finding).record(at: sourceLocation)
  }
}
