extension HandlerRegistry {
  /// AWS Security Hub.
  static let securityHub: [any ResourceHandler] = [
    FindingAggregatorHandler(), SecurityHubDelegatedAdminHandler(), SecurityHubHandler(), SecurityHubOrganizationHandler(),
    SecurityHubStandardHandler(),
  ]
}
