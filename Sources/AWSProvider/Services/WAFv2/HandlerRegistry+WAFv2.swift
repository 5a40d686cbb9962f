extension HandlerRegistry {
  /// AWS WAF.
  static let webApplicationFirewall: [any ResourceHandler] = [
    IPSetHandler(), WAFLoggingConfigurationHandler(), WebACLAssociationHandler(), WebACLHandler(),
  ]
}
