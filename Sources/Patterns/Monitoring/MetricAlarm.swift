public import StrataAWS
public import StrataLanguage

/// An alarm that tells a topic when a metric reaches a value, and again when it is back to normal.
///
/// Creates a `CloudWatch.Alarm`. A metric without values is no reason for alarm, because most services send none while nothing happens.
///
/// To deviate: with `isLow` the alarm is raised at or below the value, and missing values count as low; `minutes` and `times` say for how
/// long.
@Component
public struct MetricAlarm {
  /// What sets the alarm apart: its id here, and the last part of its name in AWS.
  let purpose: String
  let prefix: String
  let metric: Metric
  let threshold: Int
  let topic: SNS.Topic
  var isLow = false
  var minutes = 5
  var times = 1

  /// Creates an alarm on a metric.
  public init(
    _ purpose: String, of prefix: String, when metric: Metric, reaches threshold: Int, isLow: Bool = false, minutes: Int = 5,
    times: Int = 1,
    notify topic: SNS.Topic
  ) {
    self.purpose = purpose
    self.prefix = prefix
    self.metric = metric
    self.threshold = threshold
    self.topic = topic
    self.isLow = isLow
    self.minutes = minutes
    self.times = times
  }

  public var body: some Infrastructure {
    CloudWatch.Alarm(
      purpose, alarmActions: [topic.topicArn], alarmName: "\(prefix)-\(purpose)",
      comparisonOperator: isLow ? .lessThanOrEqualToThreshold : .greaterThanOrEqualToThreshold,
      dimensions: metric.dimensions.isEmpty ? nil : metric.dimensions.map { .init(name: $0.name, value: $0.value) },
      evaluationPeriods: times, metricName: metric.name, namespace: metric.namespace, okActions: [topic.topicArn], period: minutes * 60,
      statistic: "\(metric.statistic.rawValue)", threshold: threshold, treatMissingData: isLow ? .breaching : .notBreaching)
  }
}
