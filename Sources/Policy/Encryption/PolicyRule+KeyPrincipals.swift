import StrataModel

extension PolicyRule {
  static let keyPrincipals = PolicyRule(
    "R03", "kms-no-wildcard-principal", title: "Key policies name who may use the key",
    why: "a key that everybody may use protects nothing",
    remedy: "name the principals, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount, or kms:ViaService with kms:CallerAccount",
    controls: [.pciDSS("7.2"), .soc2("CC6.3")]
  ) { context, assessment in
    for key in context.keys {
      assessment.examine(key)
      let statements = context.statements(ofKey: key)
      for statement in statements where statement.isAllow && statement.isForAnyone {
        let isLimited =
          statement.isConditional(on: "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:SourceAccount")
          || statement.isConditional(on: "kms:ViaService") && statement.isConditional(on: "kms:CallerAccount")
        assessment.require(
          isLimited, of: key, at: .statement(statement.position, of: "KeyPolicy"), "the key's policy lets everybody in")
      }
      // Without a policy KMS gives the default one, which has its statement for the account.
      guard key.properties["KeyPolicy"] != nil, !statements.isEmpty else { continue }
      let root = statements.filter { statement in
        statement.isAllow && statement.accounts.contains { PolicyContext.isRoot($0, of: key.placement.account) }
      }
      assessment.require(
        root.contains { $0.covers("kms:PutKeyPolicy") }, of: key, at: "KeyPolicy",
        "the key's policy has no statement for the account itself, without which a lost role makes the key unmanageable",
        remedy: "allow the administration of the key to arn:aws:iam::\(key.placement.account):root")
      assessment.require(
        root.count { $0.actions.contains("kms:*") || $0.actions.contains("*") } <= 1, of: key, at: "KeyPolicy",
        "the key's policy gives the account everything in more than one statement", remedy: "keep one of them")
    }
  }
}
