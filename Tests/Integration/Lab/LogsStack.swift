import Strata

/// Logs, alarms, dashboards and the trail.
@Stack final class LogsStack {
  let variant: Variant
  let identity: IdentityStack
  let storage: StorageStack
  let messaging: MessagingStack

  // moto changes no keys of log groups.
  lazy var group = Logs.LogGroup("group", logGroupName: "/lab/group", retentionInDays: variant.changed(30, 90))

  lazy var endless = Logs.LogGroup(
    "endless", logGroupName: variant.replaced("/lab/endless", "/lab/unending"), retentionInDays: variant.changed(7, nil))

  lazy var source = Logs.DeliverySource(
    "source", name: "lab-source", logType: "ACCESS_LOGS",
    resourceArn: "arn:aws:cloudfront::123456789012:distribution/E1234567890ABC")

  lazy var destination = Logs.DeliveryDestination(
    "destination", name: "lab-destination", destinationResourceArn: storage.logs.arn,
    outputFormat: "json")

  var body: some Infrastructure {
    Logs.MetricFilter(
      "errors", filterPattern: variant.changed("ERROR", "?ERROR ?FATAL"), logGroupName: group,
      metricTransformations: [
        .init(
          metricName: "Errors", metricNamespace: "Lab", metricValue: variant.changed("1", "2"), defaultValue: variant.changed(nil, 0),
          unit: variant.changed(nil, .count))
      ], filterName: "lab-errors")
    Logs.MetricFilter(
      "warnings", filterPattern: "WARN", logGroupName: endless,
      metricTransformations: [.init(metricName: "Warnings", metricNamespace: "Lab", metricValue: "1")],
      filterName: variant.replaced("lab-warnings", "lab-warned"))
    Logs.SubscriptionFilter(
      "to-stream", destinationArn: "arn:aws:firehose:us-east-1:123456789012:deliverystream/lab-stream",
      filterPattern: variant.changed("", "ERROR"), logGroupName: group, filterName: "lab-to-stream", roleArn: identity.services
    ).after(messaging.stream)
    Logs.ResourcePolicy(
      "events",
      policyDocument: .policy {
        Allow("logs:PutLogEvents", variant.changed("logs:CreateLogStream", "logs:CreateLogGroup"), on: "*").to(.service("events"))
      }, policyName: "lab-events")

    // moto cannot update a delivery.
    Logs.Delivery(
      "delivery", deliveryDestinationArn: destination, deliverySourceName: source, s3SuffixPath: "lab/{yyyy}")

    CloudWatch.Alarm(
      "errors-alarm", alarmDescription: variant.changed("Errors", "Many errors"), alarmName: "lab-errors",
      comparisonOperator: variant.changed(.greaterThanThreshold, .greaterThanOrEqualToThreshold),
      datapointsToAlarm: variant.changed(nil, 2),
      dimensions: [.init(name: "Service", value: variant.changed("one", "two"))], evaluationPeriods: variant.changed(1, 3),
      metricName: "Errors", namespace: "Lab", period: 60, statistic: variant.changed(.sum, .maximum), threshold: variant.changed(1, 10),
      treatMissingData: variant.changed(nil, .notBreaching))
    CloudWatch.Alarm(
      "named", alarmName: variant.replaced("lab-named", "lab-renamed"), comparisonOperator: .lessThanThreshold, evaluationPeriods: 1,
      metricName: "Warnings", namespace: "Lab", period: 300, statistic: .average, threshold: 5)
    CloudWatch.Dashboard(
      "dashboard",
      dashboardBody: .json([
        "widgets": [
          ["type": "text", "width": 6, "height": 3, "properties": ["markdown": "\(variant.changed("# Lab", "# The lab"))"]]
        ]
      ]), dashboardName: "lab")

    CloudTrail.Trail(
      "trail", isLogging: variant.changed(true, false), s3BucketName: storage.logs,
      enableLogFileValidation: variant.changed(false, true), includeGlobalServiceEvents: true,
      isMultiRegionTrail: variant.changed(false, true), s3KeyPrefix: variant.changed(nil, "trail"), trailName: "lab-trail")
  }
}
