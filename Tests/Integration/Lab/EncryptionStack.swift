import Strata

/// Keys and secrets.
@Stack final class EncryptionStack {
  let variant: Variant

  lazy var key = KMS.Key(
    "data", description: variant.changed("Data of the lab", "All data of the lab"), enableKeyRotation: variant.changed(false, true),
    keyPolicy: .policy {
      Allow("kms:*", on: "*").to(.account(AWS.accountId))
      if variant.isChanged { Allow("kms:Decrypt", "kms:GenerateDataKey*", on: "*").to(.service("sns", "events")) }
    }, pendingWindowInDays: 7)

  lazy var primary = KMS.Key(
    "primary", description: "A key of several regions", enabled: variant.changed(true, false),
    keyPolicy: .policy { Allow("kms:*", on: "*").to(.account(AWS.accountId)) }, multiRegion: true, pendingWindowInDays: 7)

  lazy var secret = SecretsManager.Secret(
    "password", description: variant.changed("A password", "A password, described anew"),
    generateSecretString: .init(
      excludePunctuation: true, generateStringKey: "password", passwordLength: 24, secretStringTemplate: #"{"username":"lab"}"#),
    kmsKeyId: variant.changed(nil, key), name: "lab/password")

  var body: some Infrastructure {
    KMS.Alias("by-target", aliasName: "alias/lab/by-target", targetKeyId: variant.changed(primary, key))
    KMS.Alias("by-name", aliasName: variant.replaced("alias/lab/first", "alias/lab/second"), targetKeyId: key)
    // ReplicateKey takes the description and the policy of the primary key, so both change afterwards only.
    KMS.ReplicaKey(
      "replica", keyPolicy: .policy { Allow("kms:*", on: "*").to(.account(AWS.accountId)) }, primaryKeyArn: primary,
      description: "A key of several regions", pendingWindowInDays: 7
    ).placed(in: .usWest2)

    SecretsManager.ResourcePolicy(
      "password-readers",
      resourcePolicy: .policy {
        Allow("secretsmanager:GetSecretValue", on: "*").to(.account(AWS.accountId))
        if variant.isChanged { Allow("secretsmanager:DescribeSecret", on: "*").to(.account(AWS.accountId)) }
      }, secretId: secret)
    SecretsManager.Secret("token", name: variant.replaced("lab/token", "lab/token-2"), secretString: "not a secret")
  }
}
