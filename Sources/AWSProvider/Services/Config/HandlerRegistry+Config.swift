extension HandlerRegistry {
  /// AWS Config.
  static let config: [any ResourceHandler] = [
    AggregationAuthorizationHandler(), ConfigRuleHandler(), ConfigurationAggregatorHandler(), ConfigurationRecorderHandler(),
    ConformancePackHandler(), DeliveryChannelHandler(), OrganizationConformancePackHandler(), RemediationConfigurationHandler(),
  ]
}
