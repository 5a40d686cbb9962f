public import StrataModel

/// What synthesis makes of a program: the graph that the next phases work on, or what stands in its way.
public struct SynthesisResult: Sendable, Hashable {
  /// The graph; `nil` if ``diagnostics`` contains an error.
  public var graph: ResourceGraph?

  /// Everything that was found, by file and line, each finding once.
  public var diagnostics: [Diagnostic]

  /// Creates a result.
  public init(graph: ResourceGraph?, diagnostics: [Diagnostic]) {
    self.graph = graph
    self.diagnostics = diagnostics
  }
}
