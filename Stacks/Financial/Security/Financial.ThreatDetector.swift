import Strata

extension Financial {
  /// A detector of threats with all protections, for one account and region.
  static func threatDetector() -> GuardDuty.Detector {
    GuardDuty.Detector(
      "threats", enable: true,
      features: [
        .init(name: .s3DataEvents, status: .enabled), .init(name: .ebsMalwareProtection, status: .enabled),
        // Costs nothing before there is a cluster.
        .init(name: .eksAuditLogs, status: .enabled),
        .init(name: .rdsLoginEvents, status: .enabled), .init(name: .lambdaNetworkLogs, status: .enabled),
        .init(
          name: .runtimeMonitoring, status: .enabled, additionalConfiguration: [.init(name: .ec2AgentManagement, status: .enabled)]),
      ], findingPublishingFrequency: .fifteenMinutes)
  }
}
