extension HandlerRegistry {
  /// Amazon Cognito user pools.
  static let cognito: [any ResourceHandler] = [
    LogDeliveryConfigurationHandler(), UserPoolClientHandler(), UserPoolDomainHandler(), UserPoolGroupHandler(), UserPoolHandler(),
    UserPoolResourceServerHandler(), UserPoolRiskConfigurationHandler(), UserPoolUserHandler(), UserPoolMembershipHandler(),
  ]
}
