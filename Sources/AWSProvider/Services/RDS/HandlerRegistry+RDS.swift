extension HandlerRegistry {
  /// Amazon RDS.
  static let relationalDatabases: [any ResourceHandler] = [
    DBInstanceHandler(), DBParameterGroupHandler(), DBSubnetGroupHandler(), EventSubscriptionHandler(),
  ]
}
