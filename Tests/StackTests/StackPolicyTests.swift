import Strata
import StrataModel
import StrataPolicy
import StrataTesting
import Testing

@testable import deploy

@Suite("Policies of the systems")
struct StackPolicyTests {
  /// What each environment is held to, by its document.
  static let environments: [(name: String, frameworks: [Framework])] = [
    ("pilot", [.hipaa]), ("production", [.hipaa]), ("jms-dev", [.soc2]), ("jms-staging", [.soc2]), ("jms-prod", [.soc2]),
    ("kms-baseline", [.hipaa]), ("scrybe-staging", [.hipaa, .soc2]), ("scrybe-production", [.hipaa, .soc2]),
    ("financial", [.pciDSS, .soc2, .gdpr]), ("financial-future", [.pciDSS, .soc2, .gdpr]),
  ]

  @Test("Every system meets what its document names, with nothing to add", arguments: environments)
  func meets(_ environment: String, _ frameworks: [Framework]) throws {
    let report = try policyReport(of: environment, in: Deploy.self, today: "2026-12-01")
    #expect(report.frameworks == frameworks)
    #expect(report.diagnostics.map { "\($0.code) \($0.address?.path ?? ""): \($0.message)" } == [])
    for framework in frameworks {
      for control in report.controls(of: framework) { #expect(![.failed, .open, .warned].contains(control.status), "\(control.control)") }
    }
  }

  @Test("No environment is left out")
  func complete() {
    #expect(Deploy().environments.all.map(\.name) == Self.environments.map(\.name))
  }

  @Test("What is waived stands in the document, or is somebody else's, and all of it comes back within the year", arguments: environments)
  func waivers(_ environment: String, _ frameworks: [Framework]) throws {
    let report = try policyReport(of: environment, in: Deploy.self, today: "2026-12-01")
    #expect(Set(report.waived.map(\.finding.rule)).isSubset(of: ["R19", "R22", "R28", "R34", "R36", "R37", "R38", "R39"]))
    let later = try policyReport(of: environment, in: Deploy.self, today: "2027-12-01")
    #expect(later.waived.isEmpty)
    #expect(later.diagnostics.contains { $0.code == "waiver-expired" } == !report.waived.isEmpty)
    #expect(later.declarationProblems.contains { $0.code == "manual-control-overdue" })
  }

  @Test("Financial meets the foundations of AWS too, but for what its document draws otherwise")
  func foundations() throws {
    let report = try policyReport(of: "financial", in: Deploy.self, today: "2026-12-01", frameworks: [.awsFoundations])
    #expect(report.findings.map(\.message) == [])
  }
}
