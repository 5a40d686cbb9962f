import Strata

extension KMSEverywhere {
  /// "Single Customer Managed Key (CMK) for all encryption needs", and the topics that what watches over it writes to.
  @Stack final class EncryptionStack {
    let settings: Settings

    // 1.1 "A single CMK for all encryption": one policy serves seven services and is far from its limit of 32 KB.
    //
    // 1.2 "Automatic key rotation enabled (30 days)" in one place and "Automatic yearly rotation" in another. KMS refuses 30: a period is 90
    // to 2,560 days, and `rotationPeriodInDays: 30` does not compile. The year is what AWS offers and the document says last; rotation on
    // demand each month would end after the 25 times that a key allows. 30 days are the longest wait before a deletion, which is probably
    // what was meant, and that is set.
    // 1.13 "Previous key versions retained for data decryption": KMS keeps them as long as the key.
    //
    // 1.3 "Granular key policies following principle of least privilege", "Key policies restrict access to authorized roles": IAM policies of
    // the account can grant the administration of the key and not its use. Administrators are a role that cannot use it. Callers use it
    // through the seven services alone. Without any statement for the account nobody could ever change the policy again.
    // 1.4 "Cross-account access explicitly denied"
    lazy var key = EncryptedKey(
      "key", alias: settings.prefix, description: "\(settings.prefix): everything at rest",
      uses: [
        .callers(through: "rds", "s3", "lambda", "secretsmanager", "sns", "ecr"),
        .logGroups("/\(settings.prefix)/*", "/aws/lambda/\(settings.prefix)-*", "/aws/rds/instance/\(settings.prefix)-*"),
        .trail(named: settings.trail), .senders("cloudwatch", "events"),
      ], administrators: [administrator.arn], delegatesUse: false, deniesOtherAccounts: true, requiresMFAToDelete: false)

    lazy var administrator = PrivilegedRole(
      "key-administrator", name: "\(settings.prefix)-key-administrator", description: "Manages the key and cannot use it")

    // 1.11 "SNS Topics: KMS encryption for all topics": with the key, not with AWS's `alias/aws/sns`, which alarms cannot use.
    lazy var alarms = AlarmTopic("alarms", name: "\(settings.prefix)-alarms", key: key, senders: ["cloudwatch", "events"])
    lazy var reviews = AlarmTopic("reviews", name: "\(settings.prefix)-reviews", key: key, senders: [])

    var body: some Infrastructure {
      for (name, topic) in [("alarms", alarms), ("reviews", reviews)] {
        SNS.Subscription("\(name)-to-security", protocol: "email", topicArn: topic, endpoint: settings.security)
      }
      Output("key-arn", key.arn)
      Output("key-alias", key.keyAlias.aliasName)
    }
  }
}
