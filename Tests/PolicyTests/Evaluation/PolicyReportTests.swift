import StrataModel
import StrataPolicy
import Testing

@Suite("Policy reports")
struct PolicyReportTests {
  @Test("A finding is a diagnostic with the place, the property, what to do, and why")
  func diagnostic() throws {
    var requirements = PolicyRequirements()
    requirements.require([.pciDSS])
    let graph = try GraphText.graph(#"key AWS::KMS::Key {"EnableKeyRotation": false}"#)
    let report = PolicyReport(of: graph, requirements: requirements, today: "2026-11-27")
    let found = try #require(report.diagnostics.first { $0.code == "R01-kms-rotation" })
    #expect(found.severity == .error)
    #expect(found.message == "the key does not rotate")
    #expect(found.address == "key")
    #expect(found.path == "EnableKeyRotation")
    #expect(found.location == SourceLocation(fileID: "Stacks/Parts.swift", line: 1, column: 5))
    #expect(found.remedy == "set EnableKeyRotation to true, and RotationPeriodInDays to 90 to 365 or leave it out")
    #expect(
      found.notes.map(\.message) == [
        "R01 kms-rotation: key material that never changes widens what one leaked key opens (HIPAA 164.312(a)(2)(iv), PCI-DSS 3.7.4, "
          + "SOC 2 CC6.1, AWS foundations 3.6)"
      ])
  }

  @Test("Only rules that serve a required framework run, and the program's own")
  func selection() throws {
    let report = try SmallReport.make().policies
    #expect(report.outcomes.map(\.rule.id) == ["H1", "H2", "H3"])
    var requirements = PolicyRequirements()
    requirements.require([.gdpr])
    let graph = ResourceGraph(environment: "pilot", resources: [])
    let ids = PolicyReport(of: graph, requirements: requirements, today: "2026-11-27").outcomes.map(\.rule.id)
    #expect(ids == ["R07", "R32", "R35", "R36", "R40"])
    #expect(PolicyReport(of: graph, requirements: PolicyRequirements(), today: "2026-11-27").outcomes.isEmpty)
  }

  @Test("A framework that no rule serves is an error, and so are two rules of one name")
  func emptyFramework() throws {
    var requirements = PolicyRequirements()
    requirements.require([SmallReport.house])
    let graph = ResourceGraph(environment: "pilot", resources: [])
    let empty = PolicyReport(of: graph, requirements: requirements, today: "2026-11-27")
    #expect(empty.diagnostics.map(\.code) == ["framework-without-rules"])
    #expect(empty.diagnostics.containsErrors)
    requirements.rules = [SmallReport.topics, SmallReport.topics]
    let twice = PolicyReport(of: graph, requirements: requirements, today: "2026-11-27")
    #expect(
      twice.diagnostics.map(\.message) == [
        "two rules are called 'H1', so that a waiver would mean both",
        "two rules are called 'topic-name', so that a waiver would mean both",
      ])
  }

  @Test("A control is failed by an error, and not by a warning; waived, met, or without anything to look at")
  func statuses() throws {
    let outcomes = try SmallReport.make().policies.controls(of: SmallReport.house)
    #expect(
      outcomes.map { "\($0.control.clause) \($0.status.rawValue)" } == ["1.1 failed", "1.2 warned", "1.10 not applicable", "2 failed"])
  }

  @Test(
    "Days are those of the calendar, and count from 1970",
    arguments: [
      (0, "1970-01-01"), (86_399, "1970-01-01"), (951_782_400, "2000-02-29"), (1_795_737_600, "2026-11-27"), (-1, "1969-12-31"),
    ])
  func dates(_ seconds: Int, _ text: String) {
    #expect(CalendarDate(secondsSince1970: seconds).text == text)
    #expect(CalendarDate(text).isValid)
  }

  @Test("Texts that are no day are told apart", arguments: ["2027-02-29", "2027-13-01", "27-01-01", "2027-1-1", "2027-01-01 ", "", "soon"])
  func invalidDates(_ text: String) { #expect(!CalendarDate(text).isValid) }

  @Test("Controls are in the order of their numbers")
  func order() {
    let controls = ["10.2", "3.5", "3.7.4", "1.4"].map { Control.pciDSS($0) }.sorted()
    #expect(controls.map(\.clause) == ["1.4", "3.5", "3.7.4", "10.2"])
  }
}
