import StrataModel

extension PolicyRule {
  /// Operations that read or write data with a key.
  private static let cryptography = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:GenerateDataKey"]

  static let keyAdministrators = PolicyRule(
    "R05", "kms-admin-no-crypto", title: "Who administers a key cannot use it",
    why: "separation of duties: whoever sets a key's policy could otherwise read all that it protects",
    remedy: "deny kms:Encrypt, kms:Decrypt, kms:ReEncrypt* and kms:GenerateDataKey* to the administrators in the key's policy",
    controls: [.hipaa("164.312(a)(1)"), .soc2("CC6.3")]
  ) { context, assessment in
    for key in context.keys {
      assessment.examine(key)
      let statements = context.statements(ofKey: key)
      for statement in statements where statement.isAllow && statement.covers("kms:PutKeyPolicy") {
        for principal in statement.accounts
        where !PolicyContext.isRoot(principal, of: key.placement.account) && !context.asksForMFA(principal, in: statement) {
          check(principal, of: key, statements, &assessment)
        }
      }
    }
  }

  private static func check(
    _ principal: PropertyValue, of key: ResourceNode, _ statements: [PolicyStatement], _ assessment: inout PolicyAssessment
  ) {
    let name = principal.shownText
    let own = statements.filter { $0.accounts.contains(principal) }
    if let usable = own.first(where: { statement in statement.isAllow && cryptography.contains { statement.covers($0) } }) {
      assessment.report(
        key, at: .statement(usable.position, of: "KeyPolicy"), "'\(name)' administers the key and may use it too",
        remedy: "give the use of the key to another role")
    }
    let denied = own.filter { !$0.isAllow && $0.condition == nil }
    assessment.require(
      cryptography.allSatisfy { action in denied.contains { $0.covers(action) } }, of: key, at: "KeyPolicy",
      "'\(name)' administers the key, and nothing denies it the use of the key that an IAM policy could grant")
    for statement in own where statement.isAllow && statement.covers("kms:CreateGrant") {
      assessment.require(
        statement.isConditional(on: "kms:GrantIsForAWSResource"), of: key, at: .statement(statement.position, of: "KeyPolicy"),
        "'\(name)' may give grants for the key to anybody, itself included",
        remedy: "add the condition Bool kms:GrantIsForAWSResource true to kms:CreateGrant")
    }
  }
}
