extension HandlerRegistry {
  /// CloudWatch Logs.
  static let logs: [any ResourceHandler] = [
    DeliveryDestinationHandler(), DeliveryHandler(), DeliverySourceHandler(), LogGroupHandler(), MetricFilterHandler(),
    QueryDefinitionHandler(), LogsResourcePolicyHandler(), SubscriptionFilterHandler(),
  ]
}
