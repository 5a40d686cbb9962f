import StrataModel

extension PriceTable {
  private static let cloudWatch = "https://aws.amazon.com/cloudwatch/pricing/"
  private static let cloudTrail = "https://aws.amazon.com/cloudtrail/pricing/"
  private static let config = "https://aws.amazon.com/config/pricing/"
  private static let build = "https://aws.amazon.com/codebuild/pricing/"
  private static let pipeline = "https://aws.amazon.com/codepipeline/pricing/"
  private static let systemsManager = "https://aws.amazon.com/systems-manager/pricing/"

  /// Monitoring, audit, delivery.
  static let managementPrices: [Price] = [
    Price("cloudwatch.alarm", 0.10, "metric-month", source: cloudWatch),
    Price("cloudwatch.alarm.high-resolution", 0.30, "metric-month", source: cloudWatch),
    Price("cloudwatch.alarm.composite", 0.50, "alarm-month", source: cloudWatch),
    Price("cloudwatch.metric", 0.30, "metric-month", source: cloudWatch),
    Price("cloudwatch.dashboard", 3, "dashboard-month", source: cloudWatch),
    Price("logs.ingested", 0.50, "GB", source: cloudWatch),
    Price("logs.ingested.infrequent", 0.25, "GB", source: cloudWatch),
    Price("logs.stored", 0.03, "GB-month", source: cloudWatch),
    Price("logs.delivered", 0.25, "GB", source: cloudWatch),
    Price("cloudtrail.management-events", 2, per: 100_000, "event", source: cloudTrail),
    Price("cloudtrail.data-events", 0.10, per: 100_000, "event", source: cloudTrail),
    Price("config.items", 0.003, "item", source: config),
    Price("config.items.daily", 0.012, "item", source: config),
    Price("config.evaluations", 0.001, "evaluation", source: config),
    Price("codebuild.small", 0.005, "minute", source: build),
    Price("codebuild.medium", 0.01, "minute", source: build),
    Price("codebuild.large", 0.02, "minute", source: build),
    Price("codebuild.arm.small", 0.0034, "minute", source: build),
    Price("codebuild.arm.large", 0.0135, "minute", source: build),
    Price("codepipeline.v2", 0.002, "minute", source: pipeline),
    Price("codepipeline.v1", 1, "pipeline-month", source: pipeline),
    Price("ssm.advanced-parameter", 0.05, "parameter-month", source: systemsManager),
  ]
}
