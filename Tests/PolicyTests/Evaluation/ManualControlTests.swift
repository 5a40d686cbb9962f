import StrataModel
import StrataPolicy
import Testing

@Suite("Controls that no graph can show")
struct ManualControlTests {
  private func report(_ answers: [ManualControl], frameworks: [Framework] = [.hipaa], on today: CalendarDate = "2026-11-27") -> PolicyReport
  {
    var requirements = PolicyRequirements()
    requirements.require(frameworks)
    requirements.manualControls = answers
    return PolicyReport(of: ResourceGraph(environment: "pilot", resources: []), requirements: requirements, today: today)
  }

  private let agreement = ManualControl("business-associate-agreement", owner: "Privacy officer", due: "2027-01-31")

  @Test("They are never met: somebody answers for them, or they are open")
  func statuses() throws {
    let report = report([agreement])
    let statuses = Dictionary(
      report.controls(of: .hipaa).filter { !$0.manual.isEmpty }.map { ($0.control.clause, $0.status) }, uniquingKeysWith: { $1 })
    #expect(statuses["164.308(b)(1)"] == .manual)
    #expect(statuses["164.310(a)(1)"] == .open)
    #expect(statuses["164.308(a)(8)"] == .open)
    #expect(
      report.declarationProblems.map(\.message) == [
        "nobody answers for 2 controls that no graph can show: physical-security, periodic-review"
      ])
  }

  @Test("An answer that is overdue opens its control again, with a warning that names the owner")
  func overdue() throws {
    let report = report([agreement], on: "2027-02-01")
    #expect(report.controls(of: .hipaa).first { $0.control.clause == "164.308(b)(1)" }?.status == .open)
    let problem = try #require(report.declarationProblems.first { $0.code == "manual-control-overdue" })
    #expect(problem.severity == .warning)
    #expect(problem.message == "'business-associate-agreement' was due on 2027-01-31; Privacy officer answers for it")
  }

  @Test("An answer for nothing is a warning")
  func unknown() {
    let report = report([ManualControl("busines-associate-agreement", owner: "o", due: "2027-01-31")])
    let problem = report.declarationProblems.first { $0.code == "manual-control-unknown" }
    #expect(problem?.remedy == "did you mean 'business-associate-agreement'?")
  }

  @Test("Every framework has manual controls, and no rule's control is forgotten in its report", arguments: Framework.all)
  func frameworks(_ framework: Framework) {
    #expect(!ManualRequirement.serving([framework]).isEmpty)
    let reported = Set(report([], frameworks: [framework]).controls(of: framework).map(\.control))
    let served = Set(PolicyPacks.rules(serving: [framework]).flatMap(\.controls).filter { $0.framework == framework })
    #expect(served.isSubset(of: reported))
    #expect(!served.isEmpty)
  }
}
