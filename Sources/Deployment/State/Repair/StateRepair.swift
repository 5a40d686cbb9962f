public import StrataModel

/// What a repair found and did.
public struct StateRepair: Sendable, Hashable {
  /// What was wrong, a sentence each; empty where nothing was.
  public var findings: [String]
  /// What is lost, a line each.
  public var losses: [String]
  /// Where everything was copied before anything was changed; `nil` where nothing is ever overwritten.
  public var backup: String?
  /// The state as it is now.
  public var snapshot: StateSnapshot?

  /// Whether anything had to be repaired.
  public var wasNeeded: Bool { !findings.isEmpty }

  /// Creates a report.
  public init(findings: [String] = [], losses: [String] = [], backup: String? = nil, snapshot: StateSnapshot? = nil) {
    self.findings = findings
    self.losses = losses
    self.backup = backup
    self.snapshot = snapshot
  }
}
