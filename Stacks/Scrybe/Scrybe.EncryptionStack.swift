import Strata

extension Scrybe {
  /// Everything that the document creates.
  ///
  /// "AWS KMS Customer Master Key (CMK) for PHI encryption. Key aliases for easy reference. IAM key policies with least-privilege access.
  /// CloudTrail logging for all key operations. CloudWatch alarms for security events. S3 bucket for audit log storage (7-year retention)".
  @Stack final class EncryptionStack {
    let settings: Settings
    let roles: RoleStack?

    // 2.1 "Automatic Key Rotation: AWS rotates key material annually"; 2.2 "alias/scrybe-phi-master-key-production"; 2.16 "30-day window
    // allows cancellation"
    // 2.5 "Admin Role Permissions: All kms:Create*, kms:Describe*, kms:List*, etc. Cannot perform crypto operations": the policy refuses them
    // these, and grants to anybody but AWS's services, with which they could let themselves in. They can still change the policy: 2.11 is an
    // alarm on that. Their roles are assumed, so a condition on multi-factor authentication would shut them out, see `emergency`.
    lazy var key = EncryptedKey(
      "phi", alias: settings.alias, description: "Scrybe \(settings.environment.rawValue): protected health information", uses: uses,
      administrators: settings.administratorRoles.map(role), delegatesUse: false, deniesOtherAccounts: true,
      deletionWindowDays: settings.deletionWindowDays, requiresMFAToDelete: false,
      replicaRegions: settings.recoveryRegion.map { [$0] } ?? []
    ).after(roles.map { [$0] } ?? [])

    // 2.6 "Emergency Access: Full access when MFA is present". A condition on that in the key's policy cannot work for a role: credentials
    // from AssumeRole do not say whether multi-factor authentication was used. It is asked for where the role is assumed.
    lazy var emergency: PrivilegedRole? = settings.emergencyRole.map {
      PrivilegedRole("emergency", name: $0, description: "Break glass: full access to the key of protected health information")
    }

    // 2.8 "S3 bucket for audit log storage (7-year retention)"; 2.9 "Audit logs encrypted with the same CMK"
    lazy var auditLogs = AuditBucket(
      "audit-logs", name: "\(settings.prefix)-audit-logs-\(AWS.accountId)", key: key, retention: .years(7),
      writers: [.trail(named: settings.trail)], refusesOtherKeys: true)

    // 2.7 "CloudTrail logging for all key operations"; 2.9 the same key. The key's policy names the trail, which refers to the key.
    lazy var trail = AuditTrail(
      "trail", name: settings.trail, bucket: auditLogs, key: key, logGroup: "/scrybe/\(settings.environment.rawValue)/trail")

    lazy var alarms = AlarmTopic("alarms", name: "\(settings.prefix)-alarms", key: key, senders: ["cloudwatch", "events"])

    var body: some Infrastructure {
      // 2.2 "Key aliases": a second, short one.
      KMS.Alias("short-alias", aliasName: "alias/\(settings.prefix)", targetKeyId: key)

      // 2.10, 2.11 "Key Disabled: Any DisableKey call. Key Deletion Scheduled: Any ScheduleKeyDeletion call": any, so of other keys too.
      SecurityAlarms("security", name: settings.prefix, trail: trail, topic: alarms.topic, events: events)
      // 2.11 The alarms see a call 5 to 15 minutes later; this rule, within seconds.
      Events.Rule(
        "key-in-danger", description: "A key was disabled or is to be deleted",
        eventPattern: [
          "source": ["aws.kms"], "detail-type": ["AWS API Call via CloudTrail"],
          "detail": ["eventSource": ["kms.amazonaws.com"], "eventName": ["DisableKey", "ScheduleKeyDeletion"]],
        ], targets: [.init(arn: alarms.arn, id: "alarms")])

      // 2.12 "Configure SNS topics for these alarms in production": the topic is there everywhere, so that alarms are tried out before; in
      // production somebody has to hear. A subscription by email is pending until it is confirmed.
      if let address = settings.security {
        SNS.Subscription("security-team", protocol: "email", topicArn: alarms, endpoint: address)
      }

      // 2.19 "Troubleshooting"
      Symptom(
        "\"Access Denied\" Errors", in: "Scrybe AWS KMS Infrastructure, Troubleshooting",
        // "1. Verify IAM role ARN is correct"
        .exists(settings.applicationRole, remedy: "correct the ARN of the application's role in the settings, or make the role"),
        // "2. Check the role has necessary permissions"
        .key(
          key.arn, allows: "kms:Decrypt", to: settings.applicationRole,
          remedy: "deploy again: the key's policy names the application's role"),
        // "3. Ensure region matches"
        .regionMatches(key.arn, remedy: "set AWS_KMS_REGION and AWS_REGION to the key's region"))
      Symptom(
        "\"Key Not Found\"", in: "Scrybe AWS KMS Infrastructure, Troubleshooting",
        // "1. Verify key was created successfully"
        .exists(key.arn, remedy: "deploy again, which makes the key"),
        .keyWorks(key.arn, remedy: "enable the key, or cancel its deletion: 'deploy drift' shows what was changed"),
        // "2. Check you're using the correct region"
        .regionMatches(key.arn, remedy: "use the key's ARN, which names its region"),
        // "3. Try using the key ARN instead of ID"
        .exists(key.keyAlias.aliasName, remedy: "use AWS_KMS_KEY_ARN of 'outputs --format dotenv' instead of the alias"))
      Symptom(
        "State Issues", in: "Scrybe AWS KMS Infrastructure, Troubleshooting",
        // "Re-initialize if state is corrupted"
        .stateIsWhole(remedy: "run 'state repair', or 'state restore' for an earlier state"))
      Symptom(
        "Nobody hears of alarms", in: "Scrybe AWS KMS Infrastructure, Monitoring",
        .topicIsHeard(alarms.arn, remedy: "confirm the subscription by the link in its email, or name the security team in the settings"))

      // 2.13 "Outputs", with the document's names.
      Output("kms_key_id", key.key.keyId)
      Output("kms_key_arn", key.arn)
      Output("kms_key_alias", key.keyAlias.aliasName)
      Output("cloudtrail_arn", trail.trail.arn)
      Output("audit_logs_bucket", auditLogs.bucket.bucketName)
      // 2.14 "Copy the environment_config output to your application's .env": `deploy outputs scrybe-production --format dotenv > .env`
      EnvironmentFile(
        "environment_config",
        [
          "AWS_KMS_KEY_ID": key.key.keyId, "AWS_KMS_KEY_ARN": key.arn, "AWS_KMS_KEY_ALIAS": key.keyAlias.aliasName,
          "AWS_KMS_REGION": AWS.region,
        ])
    }

    /// Who uses the key, and nobody else does: people who read the trail's files need the right to do so, and S3 between them and the key.
    private var uses: [KeyUse] {
      // 2.4 "Application Role Permissions: kms:Encrypt, kms:Decrypt, kms:ReEncrypt*, kms:GenerateDataKey*, kms:DescribeKey"
      [
        .roles(role(settings.applicationRole)), .trail(named: settings.trail), .logGroups("/scrybe/\(settings.environment.rawValue)/*"),
        .senders("cloudwatch", "events"), .callers(through: "s3"),
      ] + (emergency.map { [.emergencies($0.arn)] } ?? [])
    }

    /// A role's ARN; of a role that is not made here, as AWS knows it: a plan is refused before the key's policy names a role that does not exist.
    private func role(_ arn: String) -> any Input<String> {
      settings.makesRoles ? arn : Lookup.resource(IAM.Role.self, RoleStack.name(of: arn)).arn
    }

    private var events: [SecurityEvent] {
      [.keyDisabled, .keyDeletion, .keyPolicyChanges] + (settings.emergencyRole.map { [.assumption(ofRole: $0)] } ?? [])
    }
  }
}
