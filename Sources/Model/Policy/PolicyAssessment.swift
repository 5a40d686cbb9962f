/// What one rule found in one graph; a rule's check fills it.
public struct PolicyAssessment: Sendable, Hashable {
  /// Everything that the rule looked at, each once, in the order in which it was met.
  public private(set) var subjects: [PolicySubject] = []

  public private(set) var findings: [PolicyFinding] = []

  private let rule: String
  private let severity: PolicySeverity
  private let remedy: String
  private let environment: SourceLocation?
  private var known: Set<PolicySubject> = []

  init(_ rule: PolicyRule, environment: SourceLocation?) {
    self.rule = rule.id
    severity = rule.severity
    remedy = rule.remedy
    self.environment = environment
  }

  /// The subjects without a finding.
  public var metSubjects: [PolicySubject] {
    let failed = Set(findings.map(\.subject))
    return subjects.filter { !failed.contains($0) }
  }

  /// Notes that a resource was looked at; with no finding it meets the rule.
  public mutating func examine(_ node: ResourceNode) { examine(.resource(node.address)) }

  /// Notes that something was looked at.
  public mutating func examine(_ subject: PolicySubject) {
    if known.insert(subject).inserted { subjects.append(subject) }
  }

  /// Reports a resource.
  public mutating func report(
    _ node: ResourceNode, at path: PropertyPath? = nil, _ message: String, remedy: String? = nil, severity: PolicySeverity? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    examine(node)
    findings.append(
      PolicyFinding(
        rule: rule, severity: severity ?? self.severity, subject: .resource(node.address), path: path, message: message,
        remedy: remedy ?? self.remedy, location: node.source, notes: notes))
  }

  /// Reports what an account or the whole environment lacks; the place is the environment's.
  public mutating func report(
    _ subject: PolicySubject, _ message: String, remedy: String? = nil, severity: PolicySeverity? = nil, notes: [Diagnostic.Note] = []
  ) {
    examine(subject)
    findings.append(
      PolicyFinding(
        rule: rule, severity: severity ?? self.severity, subject: subject, path: nil, message: message, remedy: remedy ?? self.remedy,
        location: environment, notes: notes))
  }

  /// Notes that a resource was looked at, and reports it unless a condition holds.
  public mutating func require(
    _ isMet: Bool, of node: ResourceNode, at path: PropertyPath? = nil, _ message: @autoclosure () -> String, remedy: String? = nil,
    severity: PolicySeverity? = nil, notes: @autoclosure () -> [Diagnostic.Note] = []
  ) {
    if isMet { examine(node) } else { report(node, at: path, message(), remedy: remedy, severity: severity, notes: notes()) }
  }

  /// Notes that an account or the environment was looked at, and reports it unless a condition holds.
  public mutating func require(
    _ isMet: Bool, of subject: PolicySubject, _ message: @autoclosure () -> String, remedy: String? = nil, severity: PolicySeverity? = nil
  ) {
    if isMet { examine(subject) } else { report(subject, message(), remedy: remedy, severity: severity) }
  }
}
