import Strata

/// What each tenant gets: a key, its alias, a secret under the key, a role with an inline policy, and a log group: six resources.
@Component struct Tenant {
  let id: String

  var body: some Infrastructure {
    let key = KMS.Key(
      "key", description: "Everything of \(id) at rest", enableKeyRotation: true,
      keyPolicy: .policy {
        Allow("kms:*", on: "*").to(.account(AWS.accountId))
        Allow("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey", on: "*")
          .to(.service("logs.us-east-1"))
          .when(.arnLike("kms:EncryptionContext:aws:logs:arn", "arn:aws:logs:us-east-1:\(AWS.accountId):log-group:/tenants/\(id)"))
      }, pendingWindowInDays: 30, rotationPeriodInDays: 365)
    KMS.Alias("alias", aliasName: "alias/tenants/\(id)", targetKeyId: key)
    let secret = SecretsManager.Secret(
      "secret", description: "Data key of \(id)",
      generateSecretString: .init(excludePunctuation: true, passwordLength: 64), kmsKeyId: key, name: "tenants/\(id)/data-key")
    let role = IAM.Role("role", assumeRolePolicyDocument: .trust("ecs-tasks"), roleName: "tenant-\(id)")
    IAM.RolePolicy(
      "policy", policyName: "data", roleName: role,
      policyDocument: .policy {
        Allow("kms:Decrypt", "kms:GenerateDataKey", on: key.arn)
        Allow("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", on: secret.id)
      })
    Logs.LogGroup("logs", kmsKeyId: key, logGroupName: "/tenants/\(id)", retentionInDays: 2557)
  }
}

/// A number of tenants.
@Stack final class TenantStack {
  let count: Int

  var body: some Infrastructure {
    for number in 1...count { Tenant("tenant-\(number)") }
  }
}
