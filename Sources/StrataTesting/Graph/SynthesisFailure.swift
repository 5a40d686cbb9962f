public import StrataModel

/// Why a program has no graph.
public struct SynthesisFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Everything that was found, warnings too.
  public let diagnostics: [Diagnostic]

  /// Creates a failure.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public var description: String {
    diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0): " } ?? ""
      return "\(place)\(diagnostic.severity.rawValue): \(diagnostic.message)"
    }.joined(separator: "\n")
  }
}
