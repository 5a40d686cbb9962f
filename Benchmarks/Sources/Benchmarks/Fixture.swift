import Foundation
import StrataDeployment
import StrataLanguage
import StrataModel
import StrataSynthesis

// What the benchmarks share: a program of tenants, and how it is deployed.

extension Environment {
  /// A number of tenants, in the embedded cloud.
  static func bench(tenants count: Int) -> Environment {
    Environment("bench", region: .usEast1, target: .embedded) { TenantStack(count: count) }
  }
}

extension ResourceGraph {
  /// The checked graph of a number of tenants.
  static func bench(tenants count: Int) throws -> ResourceGraph {
    let environment = Environment.bench(tenants: count)
    return try bench(synthesize(declare(environment, account: environment.target.account)))
  }

  /// A graph without errors.
  static func bench(_ checked: SynthesisResult) throws -> ResourceGraph {
    guard let graph = checked.graph, !checked.diagnostics.containsErrors else {
      throw BenchmarkFailure("the graph has errors: \(checked.diagnostics.prefix(3))")
    }
    return graph
  }
}

extension StateSnapshot {
  /// Nothing was deployed yet.
  static var bench: StateSnapshot {
    StateSnapshot(lineage: UUID().uuidString.lowercased(), environment: "bench", engine: "0.1.0")
  }
}

extension LockOwner {
  static let bench = LockOwner(principal: "benchmark", host: "localhost", process: 1, command: "benchmark", since: 0)
}

extension DeploymentOptions {
  /// Without the services' known rates, which would hide what else takes time.
  static var bench: DeploymentOptions {
    var options = DeploymentOptions(
      engine: "0.1.0", command: "benchmark", run: UUID().uuidString, host: "localhost", secretKey: [UInt8](repeating: 7, count: 32))
    options.limits.keepsKnownRates = false
    return options
  }
}
