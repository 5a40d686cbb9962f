extension HandlerRegistry {
  /// AWS Cost Explorer.
  static let costExplorer: [any ResourceHandler] = [AnomalyMonitorHandler(), AnomalySubscriptionHandler(), CostCategoryHandler()]
}
