public import StrataModel

/// Everything that a check found: in the program and its graph, and by the policies of its environment.
public struct CheckReport: Sendable {
  public let environment: String
  public let resourceCount: Int

  /// What every program is checked for.
  public let diagnostics: [Diagnostic]

  public let policies: PolicyReport

  /// The files of positions: a path relative to the package where the file is known, its name otherwise.
  public let file: @Sendable (SourceLocation) -> String

  /// Creates a report.
  public init(
    environment: String, resourceCount: Int, diagnostics: [Diagnostic], policies: PolicyReport,
    file: @escaping @Sendable (SourceLocation) -> String = { $0.fileName }
  ) {
    self.environment = environment
    self.resourceCount = resourceCount
    self.diagnostics = diagnostics
    self.policies = policies
    self.file = file
  }

  /// All diagnostics, those of policies last.
  public var allDiagnostics: [Diagnostic] { diagnostics + policies.diagnostics }

  /// A position as people read it.
  func place(_ location: SourceLocation) -> String {
    location.column > 0 ? "\(file(location)):\(location.line):\(location.column)" : "\(file(location)):\(location.line)"
  }
}
