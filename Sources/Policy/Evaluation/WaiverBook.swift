import ResourceCatalog
import StrataModel

/// The waivers of an environment, and which of them met a finding.
struct WaiverBook {
  private let waivers: [Waiver]
  private let today: CalendarDate
  private var isUsed: [Bool]

  /// The gravest finding that each waiver would let off if it still held.
  private var missed: [PolicySeverity?]

  init(_ waivers: [Waiver], today: CalendarDate) {
    self.waivers = waivers
    self.today = today
    isUsed = Array(repeating: false, count: waivers.count)
    missed = Array(repeating: nil, count: waivers.count)
  }

  /// The waiver that lets a finding off.
  mutating func waiver(of finding: PolicyFinding, rule: PolicyRule) -> Waiver? {
    var found: Waiver?
    for (index, waiver) in waivers.enumerated() where waiver.names(rule) && waiver.covers(finding.subject) {
      isUsed[index] = true
      if !Self.hasReason(waiver) || !waiver.until.isValid || waiver.until < today {
        if missed[index] != .error { missed[index] = finding.severity }
      } else if found == nil {
        found = waiver
      }
    }
    return found
  }

  private static func hasReason(_ waiver: Waiver) -> Bool { waiver.reason.contains { !$0.isWhitespace } }

  /// What is wrong with the waivers; a waiver of a stack or component, which stands for many, is reported once.
  func problems(rulesRun: [PolicyRule], isLimited: Bool) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var usedSources: Set<SourceLocation> = []
    for (index, waiver) in waivers.enumerated() where isUsed[index] { usedSources.insert(waiver.source) }
    var reported: Set<SourceLocation> = []
    for (index, waiver) in waivers.enumerated() {
      if isUsed[index] {
        guard let severity = missed[index], let problem = Self.problem(of: waiver, severity) else { continue }
        if reported.insert(waiver.source).inserted { problems.append(problem) }
      } else if !usedSources.contains(waiver.source), reported.insert(waiver.source).inserted {
        if let problem = Self.unmatched(waiver, rulesRun, isLimited) { problems.append(problem) }
      }
    }
    return problems
  }

  private static func problem(of waiver: Waiver, _ severity: PolicySeverity) -> Diagnostic? {
    let name = "the waiver of \(waiver.rule) for '\(waiver.subject)'"
    let (code, message, remedy): (String, String, String)
    if !hasReason(waiver) {
      (code, message, remedy) = ("waiver-without-reason", "\(name) gives no reason", "say why the finding is right as it is")
    } else if !waiver.until.isValid {
      (code, message, remedy) = (
        "waiver-without-date", "\(name) ends on '\(waiver.until)', which is no day", "write the day as 2027-06-30"
      )
    } else {
      (code, message, remedy) = (
        "waiver-expired", "\(name) ended on \(waiver.until): \(waiver.reason)",
        "mend what it lets off, or decide again and give it a new date"
      )
    }
    return Diagnostic(severity.diagnostic, code: code, message, remedy: remedy, at: waiver.source)
  }

  private static func unmatched(_ waiver: Waiver, _ rulesRun: [PolicyRule], _ isLimited: Bool) -> Diagnostic? {
    let message: String
    if rulesRun.contains(where: { waiver.names($0) }) {
      message = "the waiver of \(waiver.rule) for '\(waiver.subject)' meets no finding"
    } else if PolicyPacks.rules.contains(where: { waiver.names($0) }) {
      // With --framework only some rules run; the waivers of others are not idle for that.
      if isLimited { return nil }
      message = "the waiver of \(waiver.rule) meets no finding: the rule serves no framework that the environment requires"
    } else {
      let names = (PolicyPacks.rules + rulesRun).flatMap { [$0.id, $0.name] }
      let suggestion = NearestName.nearest(to: waiver.rule, among: names)
      return Diagnostic(
        .warning, code: "waiver-unmatched", "there is no rule '\(waiver.rule)' to waive",
        remedy: suggestion.map { "did you mean '\($0)'?" } ?? "name a rule by its id or name, as 'check' shows them", at: waiver.source)
    }
    return Diagnostic(
      .warning, code: "waiver-unmatched", message, remedy: "remove it: what it lets off would go unnoticed when it comes back",
      at: waiver.source)
  }
}
