import StrataModel

extension ServiceCosts {
  /// Logs, metrics, alarms, trails.
  static let monitoring: [String: Estimate] = [
    "AWS::CloudTrail::Trail": { costs in
      // The first copy of management events is free in each region, so that only a second trail would pay for them.
      let selectors = costs.elements("EventSelectors")
      let recordsData =
        selectors.contains { !($0["DataResources"]?.arrayValue ?? []).isEmpty }
        || costs.elements("AdvancedEventSelectors").contains { selector in
          (selector["FieldSelectors"]?.arrayValue ?? []).contains { field in
            field["Field"]?.stringValue == "eventCategory" && field["Equals"]?.arrayValue?.contains("Data") == true
          }
        }
      if recordsData { costs.add("data events", "cloudtrail.data-events", .cloudTrailDataEvents) }
    },
    "AWS::CloudWatch::Alarm": { costs in
      let metrics = costs.elements("Metrics")
      let series = max(1, metrics.count { $0["MetricStat"] != nil })
      // A band of expected values counts as two more metrics.
      let hasBand = costs["ThresholdMetricId"] != nil
      let isFine = (costs["Period"]?.integerValue ?? 60) < 60
      costs.add(
        hasBand ? "anomaly alarm" : "alarm", isFine ? "cloudwatch.alarm.high-resolution" : "cloudwatch.alarm",
        Quantity(hasBand ? series + 2 : series))
    },
    "AWS::CloudWatch::CompositeAlarm": { costs in costs.add("composite alarm", "cloudwatch.alarm.composite", 1) },
    "AWS::CloudWatch::Dashboard": { costs in costs.add("dashboard", "cloudwatch.dashboard", 1) },
    "AWS::Logs::Delivery": { costs in costs.add("delivery of logs", "logs.delivered", .logsDelivered) },
    "AWS::Logs::LogGroup": { costs in
      let isInfrequent = costs["LogGroupClass"]?.stringValue == "INFREQUENT_ACCESS"
      costs.add("ingested logs", isInfrequent ? "logs.ingested.infrequent" : "logs.ingested", .logsIngested)
      costs.add("stored logs", "logs.stored", .logsStored)
    },
    "AWS::Logs::MetricFilter": { costs in
      let count = costs.elements("MetricTransformations").count
      costs.add("custom metric", "cloudwatch.metric", Quantity(count))
    },
    "AWS::SSM::Parameter": { costs in
      // Standard parameters are free.
      if costs["Tier"]?.stringValue == "Advanced" { costs.add("advanced parameter", "ssm.advanced-parameter", 1) }
    },
  ]

  /// Builds and pipelines.
  static let delivery: [String: Estimate] = [
    "AWS::CodeBuild::Project": { costs in
      let environment = costs["Environment"]
      let size = environment?["ComputeType"]?.stringValue?.split(separator: "_").last?.lowercased() ?? ""
      let family = environment?["Type"]?.stringValue == "ARM_CONTAINER" ? "codebuild.arm" : "codebuild"
      costs.add("build time, \(size)", "\(family).\(size)", .codeBuildMinutes)
    },
    "AWS::CodePipeline::Pipeline": { costs in
      if costs["PipelineType"]?.stringValue == "V2" {
        costs.add("action time", "codepipeline.v2", .codePipelineMinutes)
      } else {
        costs.add("active pipeline", "codepipeline.v1", 1)
      }
    },
  ]

  /// Messages and events.
  static let messaging: [String: Estimate] = [
    "AWS::SNS::Subscription": { costs in
      switch costs["Protocol"]?.stringValue {
      case "email"?, "email-json"?: costs.add("email notifications", "sns.email", .snsNotifications)
      case "http"?, "https"?: costs.add("HTTP notifications", "sns.http", .snsNotifications)
      // Charged by the queue and by the function.
      case "sqs"?, "lambda"?, "firehose"?: break
      case let other: costs.leaveOut("the price of notifications by \(other ?? "an unknown protocol") depends on where they go")
      }
    },
    "AWS::SQS::Queue": { costs in
      costs.add("requests", costs["FifoQueue"]?.boolValue == true ? "sqs.fifo" : "sqs.standard", .sqsRequests)
    },
    "AWS::Scheduler::Schedule": { costs in costs.add("invocations", "scheduler.invocations", .scheduledInvocations) },
  ]
}
