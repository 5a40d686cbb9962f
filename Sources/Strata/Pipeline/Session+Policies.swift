import ResourceCatalog
import StrataLanguage
import StrataModel
import StrataPolicy
import StrataSynthesis

extension Session {
  /// Runs the program, checks the graph, and holds it to what the environment requires; warnings are written.
  ///
  /// - Throws: ``CommandFailure`` with every mistake of the program, or every finding of its policies that is an error.
  func checkedGraph() throws(CommandFailure) -> ResourceGraph {
    let (graph, waivers, warnings) = try synthesizeWithWaivers()
    terminal.report(context.diagnostics.text(of: warnings))
    guard !environment.policies.isEmpty || !waivers.isEmpty else { return graph }
    let report = PolicyReport(of: graph, requirements: environment.policies, waivers: waivers, today: context.today())
    let found = report.diagnostics
    guard !found.containsErrors else { throw CommandFailure(found) }
    terminal.report(context.diagnostics.text(of: found))
    return graph
  }

  /// The report of everything that a check finds, by the environment's own frameworks or by others.
  ///
  /// - Throws: ``CommandFailure`` with every mistake of a program that has no graph.
  func checkReport(frameworks: [Framework]) throws(CommandFailure) -> CheckReport {
    let (graph, waivers, warnings) = try synthesizeWithWaivers()
    let requirements = frameworks.isEmpty ? environment.policies : environment.policies.limited(to: frameworks)
    let policies = PolicyReport(of: graph, requirements: requirements, waivers: waivers, today: context.today())
    let sources = context.sources
    return CheckReport(
      environment: graph.environment, resourceCount: graph.resources.count, diagnostics: warnings, policies: policies,
      file: { sources.file(of: $0) })
  }

  /// A framework by its id: one that Strata has rules for, or one of the environment's own.
  ///
  /// - Throws: ``CommandFailure`` that lists the ids there are.
  func framework(named name: String) throws(CommandFailure) -> Framework {
    let own = environment.policies.frameworks + environment.policies.rules.flatMap(\.controls).map(\.framework)
    let known = Framework.all + own.filter { !Framework.all.contains($0) }
    if let framework = known.first(where: { $0.id == name.lowercased() }) { return framework }
    let ids = Set(known.map(\.id)).sorted()
    let suggestion = NearestName.nearest(to: name, among: ids).map { "did you mean '\($0)'? " } ?? ""
    throw CommandFailure(
      Diagnostic(
        .error, code: "unknown-framework", "there is no framework '\(name)'",
        remedy: "\(suggestion)there are: \(ids.joined(separator: ", "))"))
  }

  /// The graph of the program, and what its resources say about waivers.
  func synthesizeWithWaivers() throws(CommandFailure) -> (ResourceGraph, [Waiver], warnings: [Diagnostic]) {
    let declarations = declare(environment, account: target.account)
    let result = StrataSynthesis.synthesize(declarations)
    guard let graph = result.graph, !result.diagnostics.containsErrors else { throw CommandFailure(result.diagnostics) }
    return (graph, declarations.waivers, result.diagnostics)
  }
}
