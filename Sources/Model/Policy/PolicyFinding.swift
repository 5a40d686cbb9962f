/// A place where the program does not do what a rule asks.
public struct PolicyFinding: Sendable, Hashable {
  /// The rule's id.
  public var rule: String

  public var severity: PolicySeverity
  public var subject: PolicySubject

  /// The property, where one can be named.
  public var path: PropertyPath?

  /// What is wrong, in one sentence.
  public var message: String

  /// What to do about it.
  public var remedy: String

  /// Where the resource, or the environment, was declared.
  public var location: SourceLocation?

  public var notes: [Diagnostic.Note]
}

/// Whether a finding stops a plan.
public enum PolicySeverity: String, Sendable, Hashable {
  /// Nothing is planned until it is mended or waived.
  case error
  /// Shown, and stops nothing.
  case warning

  /// The severity of the diagnostic that a finding becomes.
  public var diagnostic: Diagnostic.Severity { self == .error ? .error : .warning }
}
