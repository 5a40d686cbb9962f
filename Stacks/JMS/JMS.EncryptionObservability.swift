import Strata

extension JMS {
  /// "CloudWatch: Centralized logging and metrics for encryption operations", for one service.
  ///
  /// The service writes a line for each operation: `{"event": "encryption", "operation": "decrypt", "tenantId": "…", "outcome": "success"}`.
  ///
  /// 0.6 A log group has 100 metric filters at most, so a filter for each tenant ends at the hundredth: one filter counts all, with the
  /// tenant as the metric's dimension. A metric with dimensions cannot have a default value. Each tenant that a service serves is a metric,
  /// at $0.30 a month (unverified).
  @Component final class EncryptionObservability {
    let id: String
    let settings: Settings
    let key: EncryptedKey
    let topic: SNS.Topic

    lazy var logs = EncryptedLogGroup("logs", name: settings.logGroup(of: id), key: key)

    var namespace: String { "\(settings.prefix)/Encryption" }
    var failures: Metric { Metric(namespace, "\(id)-failures", .sum) }

    var body: some Infrastructure {
      Logs.MetricFilter(
        "operations", filterPattern: #"{ $.event = "encryption" }"#, logGroupName: logs,
        metricTransformations: [
          .init(
            metricName: "\(id)-operations", metricNamespace: namespace, metricValue: "1",
            dimensions: [.init(key: TenantAccess.tag, value: "$.tenantId")])
        ])
      Logs.MetricFilter(
        "failures", filterPattern: #"{ ($.event = "encryption") && ($.outcome = "failure") }"#, logGroupName: logs,
        metricTransformations: [
          .init(metricName: "\(id)-failures", metricNamespace: namespace, metricValue: "1", defaultValue: 0)
        ])
      MetricAlarm("\(id)-failures", of: settings.prefix, when: failures, reaches: 5, notify: topic)
    }
  }
}
