extension HandlerRegistry {
  /// Amazon Route 53.
  static let route53: [any ResourceHandler] = [HealthCheckHandler(), HostedZoneHandler(), RecordSetHandler()]
}
