import Strata

extension JMS {
  /// Logs, metrics, alarms and the trail.
  ///
  /// "CloudWatch: Centralized logging and metrics for encryption operations. CloudTrail: Immutable audit trail".
  @Stack final class ObservabilityStack {
    let settings: Settings
    let platform: PlatformStack

    // 0.7 "Immutable audit trail for all cryptographic operations": Encrypt, Decrypt and GenerateDataKey are management events, and the
    // trail leaves out none of KMS.
    lazy var trail = AuditTrail(
      "trail", name: settings.trail, bucket: platform.auditLogs, key: platform.key, logGroup: settings.logGroup(of: "trail"))

    lazy var services = settings.services.map {
      EncryptionObservability($0, settings: settings, key: platform.key, topic: platform.alarms.topic).tagged(["Service": $0])
    }

    var body: some Infrastructure {
      // 0.13 "Compliance requirements demand comprehensive audit trails": and somebody hears when keys are disabled, deleted, opened to others
      // or refused, and when the trail itself is touched.
      SecurityAlarms(
        "security", name: settings.prefix, trail: trail, topic: platform.alarms.topic, events: SecurityEvent.keyEvents + [.trailChanges])
      MetricDashboard(name: settings.prefix, graphs: [("Failed encryption operations", services.map(\.failures))])
    }
  }
}
