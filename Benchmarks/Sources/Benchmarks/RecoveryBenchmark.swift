import Foundation
import Strata
import StrataDeployment
import StrataEmbeddedCloud
import StrataLanguage
import StrataModel
import StrataPlanning
import StrataSynthesis

/// `benchmarks recovery [tenants]`: how long a deployment that was killed in the middle needs until everything is consistent again.
///
/// A child process deploys to an embedded cloud on disk and is killed (`kill -9`) after half of the time that a whole deployment takes.
/// Then this process takes the lock, finds out what became of the calls, plans, and applies the rest.
struct RecoveryBenchmark {
  let tenants: Int

  /// Measures and prints.
  func run() async throws {
    let graph = try ResourceGraph.bench(tenants: tenants)
    // An undisturbed deployment, for what it writes.
    let whole = try Folder()
    defer { whole.remove() }
    let undisturbed = try await Measurement.time { try await Self.deploy(graph, in: whole) }
    let steps = graph.resources.count

    let folder = try Folder()
    defer { folder.remove() }
    let victim = Process()
    victim.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    victim.arguments = ["--victim", String(tenants), folder.path]
    try victim.run()
    while victim.isRunning, !folder.hasJournal { usleep(1_000) }
    usleep(UInt32(undisturbed.milliseconds / 2 * 1_000))
    kill(victim.processIdentifier, SIGKILL)
    victim.waitUntilExit()

    let rest = try await Measurement.time { try await Self.deploy(graph, in: folder) }
    guard rest.value.open > 0 || rest.value.created < steps else { throw BenchmarkFailure("the child had ended before it was killed") }
    let cloud = try EmbeddedCloud(directory: folder.cloud)
    guard cloud.objects.count == steps else { throw BenchmarkFailure("there are \(cloud.objects.count) objects, not \(steps)") }
    print(
      """
      \(steps) resources
      journal                  \(undisturbed.value.journalBytes / steps) bytes per step
      deployment, undisturbed  \(Int(undisturbed.milliseconds)) ms
      killed with              \(rest.value.open) calls under way, \(steps - rest.value.created) resources recorded
      lock and recovery        \(Int(rest.value.recovery)) ms
      until consistent         \(Int(rest.milliseconds)) ms, with the \(rest.value.created) resources that were left to make
      """)
  }

  /// What the child does until it is killed.
  static func deployUntilKilled(_ tenants: Int, _ path: String) async throws {
    _ = try await deploy(try .bench(tenants: tenants), in: Folder(path: path))
  }

  private struct Outcome {
    var journalBytes = 0
    /// Operations whose outcome nobody knew.
    var open = 0
    /// Milliseconds for the lock and the recovery.
    var recovery = 0.0
    var created = 0
  }

  /// Locks, recovers, plans and applies, as the command does.
  private static func deploy(_ graph: ResourceGraph, in folder: Folder) async throws -> Outcome {
    let cloud = try EmbeddedCloud(directory: folder.cloud, EmbeddedCloudOptions(realism: .standard))
    let backend = LocalStateBackend(directory: folder.state, environment: "bench")
    let deployment = Deployment(to: cloud, options: .bench)
    let recovered = try await Measurement.time {
      let lease = MeasuredLease(try await backend.lock(as: .bench))
      let report = try await deployment.recover(lease: lease)
      return (lease, report)
    }
    let (lease, report) = recovered.value
    let snapshot = report.snapshot ?? .bench
    let plan = Plan.make(from: snapshot, to: graph, options: PlanOptions(engine: "0.1.0"), schema: CatalogFacts())
    let before = lease.journalBytes
    let result = try await deployment.apply(plan, lease: lease)
    guard result.isComplete else { throw BenchmarkFailure("a step failed: \(result.failures.prefix(3))") }
    let bytes = lease.journalBytes - before
    await lease.release()
    return Outcome(
      journalBytes: bytes, open: report.findings.count, recovery: recovered.milliseconds,
      created: plan.steps.count { $0.operation == .create })
  }

  /// Where cloud and state of one run lie.
  private struct Folder {
    let path: String
    var cloud: String { path + "/cloud" }
    var state: String { path + "/state" }

    init(path: String) { self.path = path }

    init() throws {
      path = FileManager.default.temporaryDirectory.appending(path: "strata-benchmark-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    var hasJournal: Bool { FileManager.default.fileExists(atPath: state + "/journal") }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
  }
}
