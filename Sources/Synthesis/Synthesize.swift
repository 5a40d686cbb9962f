public import StrataLanguage
import StrataModel

/// Makes one checked graph of what a program declared.
///
/// Pure and deterministic: equal declarations give equal graphs and diagnostics. All mistakes are collected; an error leaves no graph, a warning
/// does. Linear in the size of the program, but for the sort of the addresses.
///
/// - Parameter declarations: The program's resources with final addresses, as `declare(_:account:)` returns them.
public func synthesize(_ declarations: DeclarationSet) -> SynthesisResult {
  var report = DiagnosticReport(declarations.diagnostics)
  let program = ProgramIndex(declarations, &report)
  var edges = EdgeCollector.edges(of: program, &report)
  let order = TopologicalOrder.order(of: program, &edges, &report)
  LookupCheck.run(declarations.lookups, &report)
  CheckRunner.run(program, declarations.outputs, &report)
  let diagnostics = report.sorted()
  guard !diagnostics.containsErrors, let order else { return SynthesisResult(graph: nil, diagnostics: diagnostics) }
  let nodes = order.map { program.node($0, dependencies: edges.dependencies(of: $0, in: program)) }
  let outputs = declarations.outputs.sorted { $0.key < $1.key }
  return SynthesisResult(
    graph: ResourceGraph(
      environment: declarations.environment, resources: nodes, outputs: outputs, lookups: declarations.lookups),
    diagnostics: diagnostics)
}
