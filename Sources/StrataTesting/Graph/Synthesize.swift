public import StrataLanguage
public import StrataModel
import StrataSynthesis

/// Runs a program for one of its environments and returns the checked graph.
///
/// - Throws: ``SynthesisFailure`` with every error, or when there is no environment of that name.
public func synthesize<Program: App>(_ environment: String, of program: Program.Type) throws(SynthesisFailure) -> ResourceGraph {
  let environments = program.init().environments.all
  guard let environment = environments.first(where: { $0.name == environment }) else {
    let names = environments.map(\.name).joined(separator: ", ")
    throw SynthesisFailure([
      Diagnostic(.error, code: "unknown-environment", "there is no environment '\(environment)'", remedy: "there are: \(names)")
    ])
  }
  return try synthesize(environment)
}

/// Runs infrastructure on its own, in an environment of the name `test` in us-east-1, and returns the checked graph.
///
/// - Throws: ``SynthesisFailure`` with every error.
public func synthesize(@InfrastructureBuilder _ contents: @escaping @Sendable () -> Group) throws(SynthesisFailure) -> ResourceGraph {
  try synthesize(Environment("test", region: .usEast1, contents))
}

/// Runs an environment and returns the checked graph.
///
/// - Throws: ``SynthesisFailure`` with every error.
public func synthesize(_ environment: Environment) throws(SynthesisFailure) -> ResourceGraph {
  let result = StrataSynthesis.synthesize(declare(environment, account: environment.target.account))
  guard let graph = result.graph, !result.diagnostics.containsErrors else { throw SynthesisFailure(result.diagnostics) }
  return graph
}

/// Runs infrastructure that has mistakes, and returns what the checks say about it.
public func diagnostics(@InfrastructureBuilder _ contents: @escaping @Sendable () -> Group) -> [Diagnostic] {
  let environment = Environment("test", region: .usEast1, contents)
  return StrataSynthesis.synthesize(declare(environment, account: environment.target.account)).diagnostics
}
