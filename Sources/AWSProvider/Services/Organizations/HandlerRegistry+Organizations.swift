extension HandlerRegistry {
  /// AWS Organizations.
  static let organizations: [any ResourceHandler] = [
    OrganizationAccountHandler(), OrganizationHandler(), OrganizationPolicyHandler(), OrganizationalUnitHandler(),
  ]
}
