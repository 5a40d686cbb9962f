import StrataModel

extension PolicyRule {
  static let breakGlass = PolicyRule(
    "R06", "breakglass-mfa", title: "Emergency access asks for a second factor",
    why: "a role that may do everything must not be taken with a password alone",
    remedy: "add the condition Bool aws:MultiFactorAuthPresent true to the role's trust policy",
    controls: [.hipaa("164.312(d)"), .pciDSS("8.4")]
  ) { context, assessment in
    for key in context.keys {
      for statement in context.statements(ofKey: key) where statement.isAllow && statement.actions.contains(where: isEverything) {
        for principal in statement.accounts where !PolicyContext.isRoot(principal, of: key.placement.account) {
          assessment.require(
            context.asksForMFA(principal, in: statement), of: key, at: .statement(statement.position, of: "KeyPolicy"),
            "'\(principal.shownText)' may do everything with the key, without a second factor")
        }
      }
    }
    for role in context.all("AWS::IAM::Role") where isForEmergencies(role) {
      guard let trust = PolicyStatement.statements(of: role.properties["AssumeRolePolicyDocument"]) else { continue }
      for statement in trust where statement.isAllow {
        assessment.require(
          statement.condition("Bool", "aws:MultiFactorAuthPresent").contains { $0.isTrue }, of: role,
          at: .statement(statement.position, of: "AssumeRolePolicyDocument"), "the emergency role can be taken on without a second factor")
      }
    }
  }

  private static func isEverything(_ action: String) -> Bool { action == "kms:*" || action == "*" }

  private static func isForEmergencies(_ role: ResourceNode) -> Bool {
    let name = (role.properties["RoleName"]?.stringValue ?? role.address.path).lowercased()
    return ["emergency", "break-glass", "breakglass"].contains { name.contains($0) }
  }
}
