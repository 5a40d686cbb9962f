import StrataModel
import StrataPolicy
import Testing

@Suite("Waivers")
struct WaiverTests {
  private static let open = """
    open AWS::KMS::Key {}
    data/other AWS::KMS::Key {}
    """

  private func report(
    _ waivers: [Waiver] = [], declared: [Waiver] = [], graph: String = open, on today: CalendarDate = "2026-11-27",
    frameworks: [Framework] = [.pciDSS]
  ) throws -> PolicyReport {
    var requirements = PolicyRequirements()
    requirements.require(frameworks)
    requirements.waivers = waivers
    requirements.manualControls = ManualRequirement.all.map { ManualControl($0.id, owner: "somebody", due: "2030-01-01") }
    return PolicyReport(of: try GraphText.graph(graph), requirements: requirements, waivers: declared, today: today)
  }

  private func waiver(_ rule: String, _ subject: String, reason: String = "rotated by hand", until: CalendarDate = "2027-06-30") -> Waiver {
    Waiver(rule, subject, reason: reason, until: until, source: SourceLocation(fileID: "Stacks/Deploy.swift", line: 7))
  }

  private func rotation(_ report: PolicyReport) throws -> PolicyReport.RuleOutcome {
    try #require(report.outcomes.first { $0.rule.id == "R01" })
  }

  private func problems(_ report: PolicyReport) -> [String] {
    report.declarationProblems.filter { $0.code.hasPrefix("waiver") }.map { "\($0.severity.rawValue) \($0.code): \($0.message)" }
  }

  @Test("A waiver lets its resource off, by the rule's id or name, and the finding stays in the report")
  func applied() throws {
    for rule in ["R01", "kms-rotation"] {
      let report = try report([waiver(rule, "open")])
      let outcome = try rotation(report)
      #expect(outcome.findings.map(\.subject.path) == ["data/other"])
      #expect(outcome.waived.map(\.finding.subject.path) == ["open"])
      #expect(outcome.waived.first?.waiver.reason == "rotated by hand")
      #expect(outcome.metSubjects.isEmpty)
      #expect(problems(report).isEmpty)
    }
  }

  @Test("A pattern covers what it matches", arguments: [("*", 2), ("data/*", 1), ("*other", 1), ("d*a/*r", 1), ("data", 0), ("open*x", 0)])
  func patterns(_ pattern: String, _ count: Int) throws {
    #expect(try rotation(report([waiver("R01", pattern)])).waived.count == count)
  }

  @Test("What resources declare counts as what the environment declares")
  func declaredByResource() throws {
    let report = try report(declared: [waiver("R01", "open"), waiver("R01", "data/other")])
    #expect(try rotation(report).findings.isEmpty)
    #expect(!report.diagnostics.contains { $0.code == "R01-kms-rotation" })
  }

  @Test("On its last day a waiver holds; on the next it is an error, and so is the finding again")
  func expired() throws {
    #expect(try rotation(report([waiver("R01", "*")], on: "2027-06-30")).findings.isEmpty)
    let report = try report([waiver("R01", "*")], on: "2027-07-01")
    #expect(try rotation(report).findings.count == 2)
    #expect(problems(report) == ["error waiver-expired: the waiver of R01 for '*' ended on 2027-06-30: rotated by hand"])
    #expect(report.diagnostics.first { $0.code == "waiver-expired" }?.location?.line == 7)
  }

  @Test("A waiver that meets nothing is a warning, also one for a rule that does not run or does not exist")
  func unmatched() throws {
    let report = try report(
      [waiver("R01", "gone"), waiver("R30", "open"), waiver("kms-rotatoin", "open")].enumerated().map { index, waiver in
        Waiver(
          waiver.rule, waiver.subject, reason: waiver.reason, until: waiver.until,
          source: SourceLocation(fileID: "Stacks/Deploy.swift", line: index + 1))
      }, frameworks: [.soc2])
    #expect(
      problems(report) == [
        "warning waiver-unmatched: the waiver of R01 for 'gone' meets no finding",
        "warning waiver-unmatched: the waiver of R30 meets no finding: the rule serves no framework that the environment requires",
        "warning waiver-unmatched: there is no rule 'kms-rotatoin' to waive",
      ])
    #expect(report.declarationProblems.last { $0.code == "waiver-unmatched" }?.remedy == "did you mean 'kms-rotation'?")
  }

  @Test("A waiver of a component that meets one of its resources is not idle for the others")
  func component() throws {
    let report = try report(declared: [waiver("R01", "open"), waiver("R01", "open/policy")])
    #expect(problems(report).isEmpty)
  }

  @Test("A waiver needs a reason and a day")
  func incomplete() throws {
    let bare = try report([waiver("R01", "open", reason: " ")])
    #expect(problems(bare) == ["error waiver-without-reason: the waiver of R01 for 'open' gives no reason"])
    #expect(try rotation(bare).findings.count == 2)
    let undated = try report([waiver("R01", "open", until: "soon")])
    #expect(problems(undated) == ["error waiver-without-date: the waiver of R01 for 'open' ends on 'soon', which is no day"])
  }

  @Test("What an account lacks is waived by the account")
  func account() throws {
    let report = try report([waiver("R39", "account:*"), waiver("R17", "account:111122223333")])
    #expect(report.waived.filter { $0.finding.rule == "R17" }.count == 1)
    #expect(report.outcomes.first { $0.rule.id == "R39" }?.findings.allSatisfy { $0.subject == .environment } == true)
  }
}
