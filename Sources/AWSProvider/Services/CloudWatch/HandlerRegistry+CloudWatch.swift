extension HandlerRegistry {
  /// Amazon CloudWatch.
  static let monitoring: [any ResourceHandler] = [AlarmHandler(), AnomalyDetectorHandler(), CompositeAlarmHandler(), DashboardHandler()]
}
