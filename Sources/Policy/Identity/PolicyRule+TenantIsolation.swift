import StrataModel

extension PolicyRule {
  static let tenantIsolation = PolicyRule(
    "R35", "tenant-isolation", title: "Each tenant's data has a key that no other tenant uses",
    why: "one tenant's mistake, or theft, must not open another's data",
    remedy: "give each tenant a TenantEncryption, and limit roles by aws:ResourceTag/TenantId",
    controls: [.gdpr("25(1)"), .gdpr("32(1)(b)"), .soc2("CC6.1")]
  ) { context, assessment in
    var hasTenants = false
    for secret in context.all("AWS::SecretsManager::Secret") {
      guard let tenant = context.tag("TenantId", of: secret) else { continue }
      hasTenants = true
      let key = context.key(of: secret.properties["KmsKeyId"])
      let owner = key.flatMap { context.tag("TenantId", of: $0) }
      assessment.require(
        owner == tenant, of: secret, at: "KmsKeyId",
        "the secret of tenant '\(tenant)' is encrypted with \(owner.map { "the key of tenant '\($0)'" } ?? "a key that is no tenant's")")
    }
    for key in context.keys {
      guard let tenant = context.tag("TenantId", of: key) else { continue }
      hasTenants = true
      assessment.examine(key)
      for use in context.uses(of: key) {
        guard let other = context.tag("TenantId", of: use.consumer), other != tenant else { continue }
        assessment.report(use.consumer, at: use.path, "a resource of tenant '\(other)' uses the key of tenant '\(tenant)'")
      }
    }
    guard hasTenants else { return }
    let guarded = ["kms:Decrypt", "secretsmanager:GetSecretValue"]
    for document in context.permissionDocuments {
      for statement in document.statements where statement.isAllow && guarded.contains(where: { statement.covers($0) }) {
        // What names its resources is limited by them.
        guard statement.resources.contains(where: { $0.shownText.hasSuffix("*") }) else { continue }
        assessment.require(
          statement.isConditional(
            on: "aws:ResourceTag/TenantId", "secretsmanager:ResourceTag/TenantId", "kms:EncryptionContext:TenantId", "kms:ViaService",
            "kms:RequestAlias", "kms:ResourceAliases")
            || statement.resources.allSatisfy { $0.shownText.contains("${aws:PrincipalTag/TenantId}") },
          of: document.owner, at: .statement(statement.position, of: document.path),
          "the policy opens the data of all tenants at once")
      }
    }
  }
}
