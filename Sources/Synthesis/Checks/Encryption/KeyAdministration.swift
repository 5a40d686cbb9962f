import StrataLanguage
import StrataModel

/// A key that nobody can administer is lost, so KMS refuses the policy; one that denies services by accident breaks them silently.
struct KeyAdministration: GraphCheck {
  let types = ["AWS::KMS::Key", "AWS::KMS::ReplicaKey"]
  let source = """
    KMS developer guide, "Default key policy" and "Safety check for policy lockout"; IAM user guide, "aws:PrincipalIsAWSService" and \
    "Configuring MFA-protected API access"
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for type in types {
      for index in program.indices(of: type) { check(program.resources[index], program, &report) }
    }
  }

  private func check(_ key: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport) {
    guard let statements = PolicyStatement.statements(of: key.properties["KeyPolicy"]) else { return }
    let administers = statements.contains { statement in
      statement.isAllow && statement.covers("kms:PutKeyPolicy")
        && (statement.isForAnyone || statement.hasUnknownPrincipal || !statement.accounts.isEmpty)
    }
    let locks = statements.contains { statement in
      !statement.isAllow && statement.isForAnyone && statement.condition == nil && statement.covers("kms:PutKeyPolicy")
        && !statement.isNegative
    }
    if !administers || locks {
      let message =
        locks
        ? "KeyPolicy denies kms:PutKeyPolicy to everybody, so that nobody could ever change it"
        : "KeyPolicy lets no principal call kms:PutKeyPolicy, so that nobody could ever change it"
      let remedy = "allow kms:* to the account's root, arn:aws:iam::\(key.placement.account):root"
      if key.properties["BypassPolicyLockoutSafetyCheck"]?.isTrue == true {
        report.warning("key-lockout", message, remedy: remedy, at: key, path: "KeyPolicy")
      } else {
        report.error("key-lockout", message, remedy: remedy, at: key, path: "KeyPolicy")
      }
    }
    for statement in statements {
      checkServiceDeny(statement, key, &report)
      checkMultiFactor(statement, key, program, &report)
    }
  }

  /// Service principals carry no account, and a negated operator matches what is absent.
  private func checkServiceDeny(_ statement: PolicyStatement, _ key: DeclaredResource, _ report: inout DiagnosticReport) {
    guard !statement.isAllow, statement.isForAnyone, let condition = statement.condition else { return }
    let comparesAccount = condition.fields.contains { field in
      field.key.hasPrefix("StringNot") && !field.key.hasSuffix("IfExists") && field.value["aws:PrincipalAccount"] != nil
    }
    let sparesServices = condition.fields.contains { $0.value["aws:PrincipalIsAWSService"] != nil }
    if comparesAccount, !sparesServices {
      report.warning(
        "key-policy-denies-services",
        "a statement of KeyPolicy denies whoever is not of the account, and with them CloudTrail, CloudWatch Logs and other services",
        remedy: "add the condition Bool aws:PrincipalIsAWSService false", at: key, path: "KeyPolicy")
    }
  }

  /// Credentials of an assumed role carry no MFA context, so the role's trust policy has to ask for it.
  private func checkMultiFactor(
    _ statement: PolicyStatement, _ key: DeclaredResource, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    guard statement.isAllow, let condition = statement.condition, Self.asksForMFA(condition) else { return }
    for account in statement.accounts {
      for index in program.targets(in: account) where program.resources[index].type == "AWS::IAM::Role" {
        let role = program.resources[index]
        guard let trust = PolicyStatement.statements(of: role.properties["AssumeRolePolicyDocument"]) else { continue }
        if trust.contains(where: { $0.isAllow && $0.condition.map(Self.asksForMFA) == true }) { continue }
        report.warning(
          "mfa-condition-on-role",
          "a statement of KeyPolicy asks for MFA of '\(role.address)', but credentials of an assumed role carry none",
          remedy: "put the condition Bool aws:MultiFactorAuthPresent true into the role's trust policy", at: key, path: "KeyPolicy",
          notes: [Diagnostic.Note("the role is declared here", at: role.source)])
      }
    }
  }

  private static func asksForMFA(_ condition: PropertyObject) -> Bool {
    condition.fields.contains { $0.value["aws:MultiFactorAuthPresent"] != nil || $0.value["aws:MultiFactorAuthAge"] != nil }
  }
}
