extension HandlerRegistry {
  /// Every type whose service's own API is spoken, by service.
  static let aws = HandlerRegistry(
    keyManagement + logs
      + computeCloud + loadBalancing + certificateManager + route53 + containerService
      + applicationAutoScaling + relationalDatabases + caches + autoScaling + resourceAccess
      + networkFirewall)
}
