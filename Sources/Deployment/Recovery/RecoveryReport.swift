public import StrataModel

/// What became of the operations that earlier runs left open.
public struct RecoveryReport: Sendable, Hashable {
  /// One operation.
  public struct Finding: Sendable, Hashable {
    public var open: OpenIntent
    public var conclusion: Conclusion
    /// What proves it, in one sentence.
    public var evidence: String
  }

  /// What was concluded about an operation.
  public enum Conclusion: Sendable, Hashable {
    /// It was carried out, and is recorded now.
    case done
    /// It was carried out in part; the next plan completes it.
    case partial
    /// The object is gone.
    case gone
    /// It was not carried out; the next plan does what it still wants.
    case dropped
    /// Nobody can know. The operation stays open, and its resource is refused until the user has decided.
    case undecided
  }

  public var findings: [Finding]
  /// The state with all conclusions.
  public var snapshot: StateSnapshot?

  /// The operations that stay open.
  public var undecided: [Finding] { findings.filter { $0.conclusion == .undecided } }

  /// What the user should read about operations that stay open.
  public var diagnostics: [Diagnostic] {
    undecided.map { finding in
      let intent = finding.open.intent
      return Diagnostic(
        .error, code: "unresolved-operation",
        "An interrupted \(intent.operation.rawValue) of \(intent.type) could not be resolved: \(finding.evidence)",
        remedy: "Look whether the object exists; then run 'state import' with its identifier, or 'state forget' if there is none.",
        at: intent.source, address: intent.address)
    }
  }
}
