import Strata

extension KMSEverywhere {
  /// What watches over the key.
  ///
  /// "Monitoring: CloudTrail logging for all KMS operations. CloudWatch Alerts for suspicious activity. Regular access reviews".
  @Stack final class MonitoringStack {
    let settings: Settings
    let encryption: EncryptionStack
    let network: NetworkStack
    let data: DataStack

    // 1.8 "CloudWatch Logs: KMS encryption for all log groups": whoever asks the database for data leaves a line here, let in or not.
    lazy var flows = EncryptedLogGroup("flows", name: "/\(settings.prefix)/flow-logs", key: encryption.key)
    lazy var flowRole = ServiceRole("flow-role", for: "vpc-flow-logs") {
      Allow("logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams", on: flows.arn)
    }

    // 1.14 "CloudTrail logging for all KMS operations"; 1.8 "CloudWatch Logs: KMS encryption for all log groups"
    lazy var trail = AuditTrail(
      "trail", name: settings.trail, bucket: data.auditLogs, key: encryption.key, logGroup: "/\(settings.prefix)/trail")

    var body: some Infrastructure {
      // 1.15 "CloudWatch Alerts for suspicious activity"
      SecurityAlarms(
        "security", name: settings.prefix, trail: trail, topic: encryption.alarms.topic, events: SecurityEvent.keyEvents)
      Events.Rule(
        "key-in-danger", description: "A key was disabled, is to be deleted, or has another policy",
        eventPattern: [
          "source": ["aws.kms"], "detail-type": ["AWS API Call via CloudTrail"],
          "detail": ["eventSource": ["kms.amazonaws.com"], "eventName": ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"]],
        ], targets: [.init(arn: encryption.alarms.arn, id: "alarms")])
      // Somebody who copies the data has to decrypt it all.
      Logs.MetricFilter(
        "decryptions", filterPattern: "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = Decrypt) }", logGroupName: trail.logs,
        metricTransformations: [
          .init(metricName: "decryptions", metricNamespace: "\(settings.prefix)/Security", metricValue: "1", defaultValue: 0)
        ])
      AnomalyAlarm(
        "unusual-decryption", prefix: settings.prefix, metric: Metric("\(settings.prefix)/Security", "decryptions", .sum),
        topic: encryption.alarms.topic)

      EC2.FlowLog(
        "flow-log", resourceId: network.vpc.vpcId, resourceType: .vpc, deliverLogsPermissionArn: flowRole,
        logDestinationType: .cloudWatchLogs, logGroupName: flows, trafficType: .all)

      // 1.16 "Regular access reviews"
      AccessReview("access-review", name: settings.prefix, topic: encryption.reviews.topic, key: encryption.key)
    }
  }
}
