import Foundation
import Strata
import StrataDeployment
import StrataEmbeddedCloud
import StrataLanguage
import StrataModel
import StrataPlanning
import StrataSynthesis

/// `benchmarks state [tenants] [milliseconds]`: the same apply with state on disk, and with state in a store whose every request takes as
/// long as a call of the cloud does.
struct StateBenchmark {
  let tenants: Int
  let milliseconds: Int

  /// One apply.
  struct Run {
    var milliseconds: Double
    var resources: Int
    /// Writes of the remote store.
    var writes = 0
  }

  /// Measures and prints both.
  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "strata-benchmark-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let local = try await apply(LocalStateBackend(directory: folder.path, environment: "bench"))
    let store = DelayedObjectStore(milliseconds: milliseconds)
    var remote = try await apply(RemoteStateBackend(store, environment: "bench"))
    remote.writes = store.writeCount
    let ratio = remote.milliseconds / local.milliseconds
    print(
      """
      \(local.resources) resources, \(milliseconds) ms per call
      state on disk   \(Int(local.milliseconds)) ms
      remote state    \(Int(remote.milliseconds)) ms, \(remote.writes) writes
      remote / disk   \((ratio * 1_000).rounded() / 1_000)
      """)
  }

  private func apply(_ backend: any StateBackend) async throws -> Run {
    let graph = try ResourceGraph.bench(tenants: tenants)
    let cloud = EmbeddedCloud(EmbeddedCloudOptions(realism: .standard))
    cloud.recordOperations(false)
    let lease = try await backend.lock(as: .bench)
    let plan = Plan.make(from: .bench, to: graph, options: PlanOptions(engine: "0.1.0"), schema: CatalogFacts())
    let deployment = Deployment(to: DelayedProvider(cloud, milliseconds: milliseconds), options: .bench)
    let applied = try await Measurement.time { try await deployment.apply(plan, lease: lease) }
    await lease.release()
    guard applied.value.isComplete else { throw BenchmarkFailure("a step failed: \(applied.value.failures.prefix(3))") }
    guard let state = try await backend.load(), state.records.count == graph.resources.count, state.openIntents.isEmpty else {
      throw BenchmarkFailure("the state does not hold what was deployed")
    }
    return Run(milliseconds: applied.milliseconds, resources: graph.resources.count)
  }
}
