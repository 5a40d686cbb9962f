import StrataModel

extension PolicyRule {
  static let keyCrossAccountDeny = PolicyRule(
    "R04", "kms-cross-account-deny", title: "Key policies shut out principals of foreign accounts",
    why: "a grant or a later statement could open the key to another company's account",
    remedy: """
      deny kms:* where aws:PrincipalAccount (or aws:PrincipalOrgID) is not your own and aws:PrincipalIsAWSService is false, as \
      EncryptedKey(…, deniesOtherAccounts: true) does
      """,
    controls: [.soc2("CC6.1")]
  ) { context, assessment in
    for key in context.keys {
      let statements = context.statements(ofKey: key)
      let denies = statements.contains { statement in
        !statement.isAllow && statement.isForAnyone && statement.covers("kms:Decrypt")
          && statement.isConditional(on: "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths")
          && statement.isConditional(on: "aws:PrincipalIsAWSService")
      }
      assessment.require(denies, of: key, at: "KeyPolicy", "the key's policy does not deny principals of other accounts")
      for statement in statements where statement.isAllow {
        for principal in statement.accounts {
          guard let account = PolicyContext.account(ofPrincipal: principal), !context.accounts.contains(account),
            !context.trustedAccounts.contains(account)
          else { continue }
          assessment.report(
            key, at: .statement(statement.position, of: "KeyPolicy"), "the key's policy lets the foreign account \(account) in",
            remedy: "remove the principal, or name the account with .trusting(\"\(account)\") on the environment")
        }
      }
    }
  }
}
