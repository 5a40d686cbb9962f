import StrataLanguage
import StrataModel

/// The inline policies of a role share one limit, wherever they are declared.
struct InlinePolicySize: GraphCheck {
  let types = ["AWS::IAM::Role", "AWS::IAM::RolePolicy"]
  let source =
    "IAM user guide, \"IAM and AWS STS quotas\": the sum of all inline policies of a role is at most 10,240 characters without spaces"

  private static let limit = 10_240

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    var sizes: [Int: Int] = [:]
    for index in program.indices(of: "AWS::IAM::Role") {
      for policy in program.resources[index].properties["Policies"]?.elements ?? [] {
        sizes[index, default: 0] += policy["PolicyDocument"].map { TextLength.least(of: $0, countsSpace: false) } ?? 0
      }
    }
    var policies: [Int: [Int]] = [:]
    for index in program.indices(of: "AWS::IAM::RolePolicy") {
      let properties = program.resources[index].properties
      guard let role = program.target(of: properties["RoleName"]) else { continue }
      sizes[role, default: 0] += properties["PolicyDocument"].map { TextLength.least(of: $0, countsSpace: false) } ?? 0
      policies[role, default: []].append(index)
    }
    for (role, size) in sizes where size > Self.limit {
      report.error(
        "inline-policies-too-long",
        "the inline policies of '\(program.resources[role].address)' have at least \(size) characters together; a role takes \(Self.limit)",
        remedy: "move statements into managed policies, or name resources by tag condition", at: program.resources[role],
        path: "Policies",
        notes: (policies[role] ?? []).map { Diagnostic.Note("adds a policy", at: program.resources[$0].source) })
    }
  }
}
