public import StrataLanguage
public import StrataModel
public import StrataPolicy
import StrataSynthesis

/// Runs a program for one of its environments and holds its graph to what the environment requires.
///
/// ```swift
/// @Test func production() throws {
///   let report = try policyReport(of: "production", in: Deploy.self, today: "2026-12-01")
///   #expect(report.diagnostics.isEmpty)
/// }
/// ```
///
/// - Parameters:
///   - today: The day by which waivers end: a test names one, so that it says the same tomorrow.
///   - frameworks: Others in place of those that the environment requires.
/// - Throws: ``SynthesisFailure`` with every error of a program that has no graph, or when there is no environment of that name.
public func policyReport<Program: App>(
  of environment: String, in program: Program.Type, today: CalendarDate, frameworks: [Framework] = []
) throws(SynthesisFailure) -> PolicyReport {
  let environments = program.init().environments.all
  guard let environment = environments.first(where: { $0.name == environment }) else {
    let names = environments.map(\.name).joined(separator: ", ")
    throw SynthesisFailure([
      Diagnostic(.error, code: "unknown-environment", "there is no environment '\(environment)'", remedy: "there are: \(names)")
    ])
  }
  return try policyReport(of: environment, today: today, frameworks: frameworks)
}

/// Runs an environment and holds its graph to what it requires.
///
/// - Throws: ``SynthesisFailure`` with every error of a program that has no graph.
public func policyReport(
  of environment: Environment, today: CalendarDate, frameworks: [Framework] = []
) throws(SynthesisFailure) -> PolicyReport {
  let declarations = declare(environment, account: environment.target.account)
  let result = StrataSynthesis.synthesize(declarations)
  guard let graph = result.graph, !result.diagnostics.containsErrors else { throw SynthesisFailure(result.diagnostics) }
  let requirements = frameworks.isEmpty ? environment.policies : environment.policies.limited(to: frameworks)
  return PolicyReport(of: graph, requirements: requirements, waivers: declarations.waivers, today: today)
}
