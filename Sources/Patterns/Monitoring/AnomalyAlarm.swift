public import StrataAWS
public import StrataLanguage

/// An alarm that is raised when a metric leaves the band of what CloudWatch has learned to expect from above.
///
/// Creates a `CloudWatch.AnomalyDetector` and a `CloudWatch.Alarm`. The band is learned from two weeks of values, and means little before
/// (Amazon CloudWatch User Guide, "Using CloudWatch anomaly detection").
///
/// To deviate: `width` is how many standard deviations the band reaches, `minutes` the length of a period.
@Component
public final class AnomalyAlarm {
  public let id: String
  let prefix: String
  let metric: Metric
  let topic: SNS.Topic
  var width = 3
  var minutes = 60

  public lazy var detector = CloudWatch.AnomalyDetector(
    "detector", metricName: metric.name, namespace: metric.namespace, stat: "\(metric.statistic.rawValue)")

  public lazy var alarm = CloudWatch.Alarm(
    "alarm", alarmActions: [topic.topicArn], alarmName: "\(prefix)-\(id)", comparisonOperator: .greaterThanUpperThreshold,
    evaluationPeriods: 1,
    metrics: [
      .init(
        id: "value",
        metricStat: .init(
          metric: .init(metricName: metric.name, namespace: metric.namespace), period: minutes * 60, stat: "\(metric.statistic.rawValue)"),
        returnData: true), .init(id: "band", expression: "ANOMALY_DETECTION_BAND(value, \(width))", returnData: true),
    ],
    okActions: [topic.topicArn], thresholdMetricId: "band", treatMissingData: .notBreaching
  ).after(detector)
}
