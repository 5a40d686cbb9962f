import StrataLanguage
import StrataModel

/// A root, unit or account has at most five service control policies.
struct ServiceControlPolicies: GraphCheck {
  let types = ["AWS::Organizations::Policy"]
  let source = "AWS Organizations user guide, \"Quotas\": five SCPs per root, OU or account, FullAWSAccess included"

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var byTarget: [PropertyValue: [Int]] = [:]
    for index in program.indices(of: "AWS::Organizations::Policy") {
      let policy = program.resources[index]
      guard policy.properties["Type"]?.stringValue == "SERVICE_CONTROL_POLICY" else { continue }
      for target in policy.properties["TargetIds"]?.elements ?? [] { byTarget[target, default: []].append(index) }
    }
    for (target, policies) in byTarget where policies.count > 4 {
      let name = program.target(of: target).map { "'\(program.resources[$0].address)'" } ?? target.stringValue ?? "one target"
      let message = "\(name) gets \(policies.count) service control policies, and FullAWSAccess is one more; five are the most"
      report.error(
        "too-many-control-policies", message, remedy: "join policies, or attach some to the unit above",
        at: program.resources[policies[policies.count - 1]], path: "TargetIds")
    }
  }
}
