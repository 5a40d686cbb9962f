import Foundation
import Strata
import StrataDeployment
import StrataEmbeddedCloud
import StrataLanguage
import StrataModel
import StrataPlanning
import StrataSynthesis

/// Runs a number of tenants through every phase, on an embedded cloud in memory without delays and a durable journal on disk.
struct TenantBenchmark {
  let tenants: Int
  let repetitions: Int

  /// Measures every phase.
  func run() async throws -> Measurement {
    var times: [String: [Double]] = [:]
    var order: [String] = []
    func note(_ phase: String, _ milliseconds: Double) {
      if times[phase] == nil { order.append(phase) }
      times[phase, default: []].append(milliseconds)
    }
    var resources = 0
    for _ in 0..<repetitions {
      let folder = FileManager.default.temporaryDirectory.appending(path: "strata-benchmark-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let environment = Environment.bench(tenants: tenants)

      let declared = await Measurement.time { declare(environment, account: environment.target.account) }
      note("declare", declared.milliseconds)
      let checked = await Measurement.time { synthesize(declared.value) }
      note("synthesize + checks", checked.milliseconds)
      let graph = try ResourceGraph.bench(checked.value)
      resources = graph.resources.count

      let backend = LocalStateBackend(directory: folder.path, environment: "bench")
      let lease = try await backend.lock(as: .bench)
      let cloud = EmbeddedCloud(EmbeddedCloudOptions(realism: .standard))
      cloud.recordOperations(false)
      let options = PlanOptions(engine: "0.1.0", acknowledgements: GivenAcknowledgements(coversAll: true, allowsMassDelete: true))
      var snapshot = StateSnapshot.bench

      func apply(_ plan: Plan) async throws -> StateSnapshot {
        var settings = DeploymentOptions.bench
        settings.acknowledged = Set(plan.requiredAcknowledgements)
        let result = try await Deployment(to: cloud, options: settings).apply(plan, lease: lease)
        guard result.isComplete else { throw BenchmarkFailure("a step failed: \(result.failures.prefix(3))") }
        return result.snapshot
      }

      let first = await Measurement.time { Plan.make(from: snapshot, to: graph, options: options, schema: CatalogFacts()) }
      note("first plan", first.milliseconds)
      let applied = try await Measurement.time { try await apply(first.value) }
      note("apply", applied.milliseconds)
      guard let written = try await LocalStateBackend(directory: folder.path, environment: "bench").load(), written == applied.value else {
        throw BenchmarkFailure("what was written is not the state")
      }
      let loaded = try await Measurement.time { try await lease.load() }
      note("load state", loaded.milliseconds)
      // Every command plans from what it has read.
      snapshot = loaded.value ?? applied.value
      let second = await Measurement.time { Plan.make(from: snapshot, to: graph, options: options, schema: CatalogFacts()) }
      note("no-op plan", second.milliseconds)
      guard !second.value.hasChanges else { throw BenchmarkFailure("the second plan is not empty") }
      let destroying = await Measurement.time { Plan.destroying(snapshot, options: options, schema: CatalogFacts()) }
      note("destroy plan", destroying.milliseconds)
      let destroyed = try await Measurement.time { try await apply(destroying.value) }
      note("destroy", destroyed.milliseconds)
      guard cloud.isEmpty else { throw BenchmarkFailure("the cloud is not empty after destroy") }
      await lease.release()
    }
    return Measurement(
      tenants: tenants, resources: resources, phases: order.map { Measurement.Phase(name: $0, times: times[$0, default: []]) },
      peakMemory: Measurement.residentPeak)
  }
}

/// Why a benchmark measured nothing.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
