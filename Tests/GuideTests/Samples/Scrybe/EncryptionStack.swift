// snippet: scrybe-roles
import Strata

@Stack final class EncryptionStack {
  let settings: Settings

  lazy var application = ServiceRole("application", for: "ecs-tasks", name: "\(settings.prefix)-app")

  lazy var administrator = PrivilegedRole(
    "administrator", name: "\(settings.prefix)-admin", description: "Manages the key and cannot use it")

  lazy var emergency = PrivilegedRole(
    "emergency", name: "\(settings.prefix)-emergency", description: "Break glass: full access to the key")
  // end

  // snippet: scrybe-key
  lazy var key = EncryptedKey(
    "phi", alias: "\(settings.prefix)-master-key", description: "Scrybe: protected health information", uses: uses,
    administrators: [administrator.arn], delegatesUse: false, deniesOtherAccounts: true, requiresMFAToDelete: false,
    replicaRegions: settings.recoveryRegion.map { [$0] } ?? [])

  private var uses: [KeyUse] {
    [
      .roles(application.arn), .emergencies(emergency.arn), .trail(named: settings.trail), .senders("cloudwatch", "events"),
      .logGroups("/scrybe/\(settings.stage.rawValue)/*"), .callers(through: "s3"),
    ]
  }
  // end

  // snippet: scrybe-audit
  lazy var auditLogs = AuditBucket(
    "audit-logs", name: "\(settings.prefix)-audit-logs-\(AWS.accountId)", key: key, retention: .years(7),
    writers: [.trail(named: settings.trail)], refusesOtherKeys: true)

  lazy var trail = AuditTrail(
    "trail", name: settings.trail, bucket: auditLogs, key: key, logGroup: "/scrybe/\(settings.stage.rawValue)/trail")
  // end

  // snippet: scrybe-alarms
  lazy var alarms = AlarmTopic("alarms", name: "\(settings.prefix)-alarms", key: key, senders: ["cloudwatch", "events"])

  var body: some Infrastructure {
    SecurityAlarms(
      "security", name: settings.prefix, trail: trail, topic: alarms.topic,
      events: [.keyDisabled, .keyDeletion, .keyPolicyChanges, .assumption(ofRole: "\(settings.prefix)-emergency")])

    if let address = settings.security {
      SNS.Subscription("security-team", protocol: "email", topicArn: alarms, endpoint: address)
    }
    // end

    // snippet: scrybe-outputs
    Output("kms_key_arn", key.arn)
    Output("audit_logs_bucket", auditLogs.bucket.bucketName)
    EnvironmentFile(
      "environment_config",
      ["AWS_KMS_KEY_ARN": key.arn, "AWS_KMS_KEY_ALIAS": key.keyAlias.aliasName, "AWS_KMS_REGION": AWS.region])
  }
}
// end

@Stack final class RenamedStack {
  let key: EncryptedKey

  // snippet: scrybe-renamed
  lazy var alarms = AlarmTopic("alerts", name: "scrybe-alerts", key: key).renamed(from: "alarms")
  // end
}
