public import StrataAWS
public import StrataLanguage

/// An alarm for each security event in the record of API calls.
///
/// Creates a `Logs.MetricFilter` and a `CloudWatch.Alarm` for each event. An entry reaches the log group, and so the alarm, 5 to 15 minutes
/// after the call (AWS CloudTrail User Guide, "Monitoring CloudTrail log files with CloudWatch Logs").
@Component
public final class SecurityAlarms {
  public let id: String
  let name: String
  let trail: AuditTrail
  let topic: SNS.Topic
  var events: [SecurityEvent] = SecurityEvent.all

  public var body: some Infrastructure {
    for event in events {
      let metric = Metric("\(name)/Security", event.id, .sum)
      Logs.MetricFilter(
        "\(event.id)-filter", filterPattern: event.pattern, logGroupName: trail.logs,
        metricTransformations: [.init(metricName: event.id, metricNamespace: "\(name)/Security", metricValue: "1", defaultValue: 0)])
      MetricAlarm(event.id, of: name, when: metric, reaches: event.threshold, notify: topic)
    }
  }
}
